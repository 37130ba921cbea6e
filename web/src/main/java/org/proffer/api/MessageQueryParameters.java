package org.proffer.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.mail.ParsedMessage;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.RecheckId;
import org.proffer.platform.InvalidInput;

/** The parameters of a message search in an address; an empty one is no filter. */
public class MessageQueryParameters {
  @QueryParam("verdict")
  @DefaultValue("")
  private String verdict = "";

  @QueryParam("requirement")
  @DefaultValue("")
  private String requirement = "";

  @QueryParam("purpose")
  @DefaultValue("")
  private String purpose = "";

  @QueryParam("outcome")
  @DefaultValue("")
  private String outcome = "";

  @QueryParam("sender")
  @DefaultValue("")
  private String sender = "";

  @QueryParam("from")
  @DefaultValue("")
  private String from = "";

  @QueryParam("until")
  @DefaultValue("")
  private String until = "";

  @QueryParam("query")
  @DefaultValue("")
  private String text = "";

  @QueryParam("sort")
  @DefaultValue("DATE")
  private String sort = "DATE";

  @QueryParam("descending")
  @DefaultValue("false")
  private boolean descending;

  @QueryParam("review")
  @DefaultValue("")
  private String review = "";

  @QueryParam("recheck")
  @DefaultValue("")
  private String recheck = "";

  @QueryParam("was")
  @DefaultValue("")
  private String was = "";

  @QueryParam("became")
  @DefaultValue("")
  private String became = "";

  MessageQuery query() {
    MessageQuery.Sort order = choice("sort", MessageQuery.Sort.class, sort);
    return new MessageQuery(
        choice("verdict", Verdict.class, verdict),
        requirement,
        choice("purpose", PrimaryPurpose.Value.class, purpose),
        choice("outcome", ParsedMessage.Outcome.class, outcome),
        sender,
        day("from", from),
        day("until", until),
        text,
        order == null ? MessageQuery.Sort.DATE : order,
        descending,
        choice("review", MessageQuery.Review.class, review),
        recheck.isEmpty()
            ? null
            : new MessageQuery.Change(
                RecheckId.parse(recheck),
                choice("was", Verdict.class, was),
                choice("became", Verdict.class, became)));
  }

  private static <E extends Enum<E>> @Nullable E choice(String name, Class<E> type, String value) {
    if (value.isEmpty()) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw new InvalidInput(
        name,
        "“" + value + "” is no " + name + ".",
        "Send one of " + java.util.Arrays.toString(type.getEnumConstants()) + ".");
  }

  private static @Nullable LocalDate day(String name, String value) {
    try {
      return value.isEmpty() ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput(name, "“" + value + "” is no day.", "Send it like 2005-03-02.");
      refusal.initCause(e);
      throw refusal;
    }
  }
}
