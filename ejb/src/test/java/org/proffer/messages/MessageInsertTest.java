package org.proffer.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageInsertTest {
  private static String column(Field field) {
    Column named = field.getAnnotation(Column.class);
    return named == null || named.name().isEmpty() ? field.getName() : named.name();
  }

  @Test
  void everyColumnOfAStoredMessageIsWritten() {
    List<String> mapped =
        Arrays.stream(StoredMessage.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> field.getAnnotation(Transient.class) == null)
            .map(MessageInsertTest::column)
            .toList();

    assertThat(MessageInsert.COLUMNS)
        .extracting(MessageInsert.Column::name)
        .containsAll(mapped)
        .doesNotHaveDuplicates();
  }
}
