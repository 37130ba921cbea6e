package org.proffer.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the API says what the resources do: no more, no less. */
class OpenApiTest {
  private final JsonObject description = read();

  private static JsonObject read() {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("openapi.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyOperationIsDescribedAndEveryDescribedOperationExists() throws Exception {
    Set<String> described = new TreeSet<>();
    description
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .keySet()
                    .forEach(method -> described.add(method.toUpperCase() + " " + path)));

    assertThat(described).isEqualTo(operations()).hasSizeGreaterThan(20);
  }

  private static Set<String> operations() throws IOException, ClassNotFoundException {
    Set<String> operations = new TreeSet<>();
    try (Stream<java.nio.file.Path> classes =
        Files.list(java.nio.file.Path.of("target/classes/org/proffer/api"))) {
      for (java.nio.file.Path file : classes.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".class")) {
          addOperations(Class.forName("org.proffer.api." + name.replace(".class", "")), operations);
        }
      }
    }
    return operations;
  }

  private static void addOperations(Class<?> type, Set<String> operations) {
    Path root = type.getAnnotation(Path.class);
    if (root == null) {
      return;
    }
    for (Method method : type.getDeclaredMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (http != null) {
          Path path = method.getAnnotation(Path.class);
          String whole = root.value() + "/" + (path == null ? "" : path.value());
          operations.add(
              http.value() + " " + whole.replaceAll("/+", "/").replaceAll("(?<=.)/$", ""));
        }
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    collect(description, references);

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(description.getValue(reference.substring(1))).as(reference).isNotNull());
  }

  private static void collect(JsonValue value, List<String> references) {
    if (value instanceof JsonObject object) {
      object.forEach(
          (name, member) -> {
            if (name.equals("$ref")) {
              references.add(((JsonString) member).getString());
            } else {
              collect(member, references);
            }
          });
    } else if (value instanceof JsonStructure) {
      value.asJsonArray().forEach(member -> collect(member, references));
    }
  }

  @Test
  void everyPostButTheLoginAndTheStatelessCheckTakesAnIdempotencyKey() {
    description
        .getJsonObject("paths")
        .forEach(
            (path, item) -> {
              JsonObject post = item.asJsonObject().getJsonObject("post");
              if (post != null && !path.equals("/session") && !path.equals("/compliance/check")) {
                assertThat(String.valueOf(post.get("parameters")))
                    .as(path)
                    .contains("#/components/parameters/IdempotencyKey");
              }
            });
  }
}
