package org.proffer.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads queries and says what they mean to the database. */
@ApplicationScoped
public class QueryLanguage {
  @Inject private QueryWords words;

  /**
   * The condition a query stands for. It expects {@code :case} and {@code :login} to be bound where
   * it names them.
   *
   * @throws QueryNotUnderstood if it cannot be read, with the place
   */
  public QueryCondition condition(String text) {
    Query query = QueryParser.parse(text);
    Set<String> texts = new LinkedHashSet<>();
    Set<String> beginnings = new LinkedHashSet<>();
    collect(query, texts, beginnings);
    return new QueryCompiler(words.kept(texts, beginnings)).compile(query);
  }

  private static void collect(Query query, Set<String> texts, Set<String> beginnings) {
    if (query instanceof Query.And and) {
      and.all().forEach(one -> collect(one, texts, beginnings));
    } else if (query instanceof Query.Or or) {
      or.any().forEach(one -> collect(one, texts, beginnings));
    } else if (query instanceof Query.Not not) {
      collect(not.but(), texts, beginnings);
    } else if (query instanceof Query.Near near) {
      collect(near.one(), texts, beginnings);
      collect(near.other(), texts, beginnings);
    } else if (query instanceof Query.Term term) {
      if (term.beginning()) {
        beginnings.add(QueryLexer.lower(term.text()));
      } else {
        texts.add(term.text());
      }
    }
  }
}
