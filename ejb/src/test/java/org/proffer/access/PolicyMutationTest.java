package org.proffer.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Whether the table would notice a policy that lost a clause. Each condition of the policy is
 * replaced by true and by false, one at a time; each action loses each of its roles, gains each
 * other one, and gets each other effect. What the table does not notice stands here by name, with
 * the reason why it changes nothing.
 */
class PolicyMutationTest {
  private static final Path SOURCE =
      Path.of("src", "main", "java", "org", "proffer", "access", "Policy.java");
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** A place in the source, in words and as offsets. */
  private record Condition(String text, int start, int end) {}

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///org/proffer/access/Policy.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static List<String> options() {
    return List.of(
        "-proc:none",
        "-nowarn",
        "-classpath",
        Path.of("target", "classes").toAbsolutePath().toString());
  }

  /** Every expression of the source that is true or false. */
  private static List<Condition> conditions(String text) throws IOException {
    JavacTask task =
        (JavacTask) COMPILER.getTask(null, null, null, options(), null, List.of(source(text)));
    CompilationUnitTree unit = task.parse().iterator().next();
    task.analyze();
    Trees trees = Trees.instance(task);
    List<Condition> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void nothing) {
        if (tree instanceof ExpressionTree
            && !(tree instanceof ParenthesizedTree)
            && tree.getKind() != Tree.Kind.PRIMITIVE_TYPE) {
          com.sun.source.util.TreePath path =
              new com.sun.source.util.TreePath(getCurrentPath(), tree);
          TypeMirror type = trees.getTypeMirror(path);
          int start = (int) trees.getSourcePositions().getStartPosition(unit, tree);
          int end = (int) trees.getSourcePositions().getEndPosition(unit, tree);
          if (type != null && type.getKind() == TypeKind.BOOLEAN && start >= 0) {
            found.add(new Condition(text.substring(start, end), start, end));
          }
        }
        return super.scan(tree, nothing);
      }
    }.scan(new com.sun.source.util.TreePath(unit), null);
    return found;
  }

  /** What the compiler writes stays in memory. */
  private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    InMemory() {
      super(COMPILER.getStandardFileManager(null, null, null));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String name,
        JavaFileObject.Kind kind,
        javax.tools.FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return classes.computeIfAbsent(name, n -> new ByteArrayOutputStream());
        }
      };
    }
  }

  /** Loads this package anew, with the changed policy in it. */
  private static final class Changed extends ClassLoader {
    private static final String PACKAGE = "org.proffer.access.";
    private final Map<String, ByteArrayOutputStream> changed;

    Changed(Map<String, ByteArrayOutputStream> changed) {
      super(PolicyMutationTest.class.getClassLoader());
      this.changed = changed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null || !name.startsWith(PACKAGE)) {
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes =
            changed.containsKey(name) ? changed.get(name).toByteArray() : in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Whether the table has another answer than the policy of a source; a failure is noticed too. */
  private static boolean isNoticed(String text) throws Exception {
    InMemory memory = new InMemory();
    boolean compiled =
        COMPILER.getTask(null, memory, null, options(), null, List.of(source(text))).call();
    assertThat(compiled).as(text).isTrue();
    Class<?> table = new Changed(memory.classes).loadClass(PolicyTable.class.getName());
    try {
      return !((List<?>) table.getMethod("wrong").invoke(null)).isEmpty();
    } catch (java.lang.reflect.InvocationTargetException thrown) {
      return true;
    }
  }

  @Test
  void severalRolesMarksAndStatesAreAnsweredAsTheSecondTableSays() {
    assertThat(PolicyTable.wrong()).isEmpty();
    assertThat(PolicyTable.combinations()).hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void theUnchangedPolicyPassesInTheSameWay() throws Exception {
    assertThat(isNoticed(Files.readString(SOURCE))).isFalse();
  }

  @Test
  void everyConditionOfThePolicyIsMissedWhenItIsGone() throws Exception {
    String text = Files.readString(SOURCE);
    List<Condition> conditions = conditions(text);
    List<String> survivors = new ArrayList<>();
    int tried = 0;
    for (Condition condition : conditions) {
      for (String constant : List.of("true", "false")) {
        if (condition.text().equals(constant)) {
          continue;
        }
        tried++;
        String changed =
            text.substring(0, condition.start()) + constant + text.substring(condition.end());
        if (!isNoticed(changed)) {
          survivors.add(condition.text().replaceAll("\\s+", " ") + " -> " + constant);
        }
      }
    }
    System.out.printf(
        "Policy: %d conditions, %d changes, %d not noticed: %s%n",
        conditions.size(), tried, survivors.size(), survivors);
    assertThat(conditions).hasSizeGreaterThan(30);
    assertThat(survivors).isEmpty();
  }

  private static List<PolicyTable.Row> rowsOf(Action action) {
    return PolicyTable.rows().stream().filter(row -> row.action() == action).toList();
  }

  /** Gives an action another value of a field while the table is asked. */
  private static boolean isNoticed(Action action, String field, Object other) throws Exception {
    Field changed = Action.class.getDeclaredField(field);
    changed.setAccessible(true);
    Object before = changed.get(action);
    changed.set(action, other);
    try {
      return !PolicyTable.wrong(rowsOf(action)).isEmpty();
    } finally {
      changed.set(action, before);
    }
  }

  @Test
  void everyRoleThatAnActionLosesOrGainsIsNoticed() throws Exception {
    List<String> survivors = new ArrayList<>();
    int tried = 0;
    for (Action action : Action.values()) {
      for (Role role : Role.values()) {
        Set<Role> other = EnumSet.noneOf(Role.class);
        other.addAll(action.roles());
        if (!other.remove(role)) {
          other.add(role);
        }
        tried++;
        if (!isNoticed(action, "roles", Set.copyOf(other))) {
          survivors.add(action + " " + role);
        }
      }
    }
    System.out.printf("Roles of actions: %d changes%n", tried);
    assertThat(survivors).isEmpty();
  }

  @Test
  void everyOtherEffectOfAnActionIsNoticedWhereItMakesADifference() throws Exception {
    Set<Effect> alike = EnumSet.of(Effect.PRODUCE, Effect.GOVERN);
    Set<Action> withStatesOfTheirOwn =
        EnumSet.of(
            Action.REOPEN_CASE,
            Action.ARCHIVE_CASE,
            Action.SEAL_CASE,
            Action.UNSEAL_CASE,
            Action.SET_LEGAL_HOLD,
            Action.LIFT_LEGAL_HOLD);
    Set<Effect> notRead = EnumSet.complementOf(EnumSet.of(Effect.OFFICE, Effect.READ));
    Set<String> survivors = new TreeSet<>();
    int tried = 0;
    for (Action action : Action.values()) {
      for (Effect effect : Effect.values()) {
        // An action that concerns no case has no row with one, and the reverse.
        if (effect == action.effect()
            || (effect == Effect.OFFICE) != (action.effect() == Effect.OFFICE)
            || action.effect() == Effect.OFFICE) {
          continue;
        }
        tried++;
        boolean same =
            (alike.contains(effect) && alike.contains(action.effect()))
                || (withStatesOfTheirOwn.contains(action) && notRead.contains(effect));
        if (isNoticed(action, "effect", effect) == same) {
          survivors.add(action + " " + effect + (same ? " is noticed" : " is not noticed"));
        }
      }
    }
    System.out.printf("Effects of actions: %d changes%n", tried);
    assertThat(survivors).isEmpty();
  }

  @Test
  void whatOpensWhatWasClosedOrDestroysAsksForAFreshProof() {
    assertThat(EnumSet.allOf(Action.class).stream().filter(Action::needsFreshProof))
        .containsExactlyInAnyOrder(
            Action.UNSEAL_CASE,
            Action.LIFT_MARK,
            Action.LIFT_WALL,
            Action.LIFT_LEGAL_HOLD,
            Action.RELEASE_EVIDENCE,
            Action.APPROVE_DESTRUCTION);
  }
}
