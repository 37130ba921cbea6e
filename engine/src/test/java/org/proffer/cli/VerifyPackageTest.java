package org.proffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.LoggedCustody;
import org.proffer.timestamp.StampedHead;
import org.proffer.timestamp.TestAuthority;

/**
 * A package of evidence in the hands of the other side, from offices that tell the truth or lie.
 */
class VerifyPackageTest {
  @TempDir private Path folder;
  private PackageMaker made;
  private Path key;
  private Path kept;

  @BeforeEach
  void anOffice() throws IOException {
    made = new PackageMaker(folder);
    key = folder.resolve("custody.pub");
    kept = Files.writeString(folder.resolve("kept.head"), made.notes.get(0) + "\n\n");
  }

  private Ran verified(String... more) throws IOException {
    List<Object> args = new ArrayList<>(List.of("verify", made.write(folder.resolve("p.zip"))));
    args.addAll(List.of("--key", key));
    args.addAll(List.of(more));
    return Ran.proffer(args.toArray());
  }

  private void isFalse(String sentence, String... more) throws IOException {
    Ran ran = verified(more);
    assertThat(ran.code()).as(ran.out()).isEqualTo(1);
    assertThat(ran.out()).contains("FALSE: ").contains(sentence).doesNotContain("PROVEN");
  }

  /** The log from a place on, written anew with this event, under a head by the office's key. */
  private void forge(int place, LoggedCustody event) throws IOException {
    made.log.set(place, event);
    made.notes.set(made.notes.size() - 1, made.office.append(made.head()));
  }

  private static LoggedCustody by(LoggedCustody event, String login) {
    return new LoggedCustody(
        event.item(),
        event.sequence(),
        event.kind(),
        event.at(),
        event.happened(),
        login,
        event.to(),
        event.location(),
        event.authority(),
        event.result(),
        event.detail(),
        event.before(),
        event.after());
  }

  @Test
  void anHonestPackageIsProvenAndContinuesWhatWasKept() throws IOException {
    Ran ran = verified("--head", kept.toString());
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out()).contains("PROVEN: 3 items with 8 custody events");
  }

  @Test
  void aForgedEventIsFoundByWhoKeptAHead() throws IOException {
    forge(0, by(made.log.get(0), "somebody else"));
    isFalse("is not the one of the head over 4 events, kept before", "--head", kept.toString());
  }

  @Test
  void aForgedEventUnderTheOldHeadIsNotProven() throws IOException {
    made.log.set(0, by(made.log.get(0), "somebody else"));
    isFalse("place 0 is not proven");
  }

  @Test
  void aLogThatWasRolledBackIsFound() throws IOException {
    Path newest = Files.writeString(folder.resolve("newest.head"), made.notes.get(2) + "\n\n");
    made.notes.remove(2);
    isFalse("the log was rolled back", "--head", newest.toString());
  }

  @Test
  void aForkThatIsAsLongIsFound() throws IOException {
    Path newest = Files.writeString(folder.resolve("newest.head"), made.notes.get(2) + "\n\n");
    forge(5, by(made.log.get(5), "somebody else"));
    isFalse("is not the one of the head over 9 events", "--head", newest.toString());
  }

  @Test
  void aTruncatedCustodyIsFound() throws IOException {
    made.notes.remove(2);
    isFalse("does not end with an export");
  }

  @Test
  void anotherKeyIsFound() throws IOException {
    Path other = folder.resolve("other");
    HeadsFile.open(other, "custody", "proffer/custody");
    key = other.resolve("custody.pub");
    isFalse("");
  }

  @Test
  void anotherFileOrAnotherListIsFound() throws IOException {
    made.letter = "Buy later.";
    isFalse("is not what was received as item " + PackageMaker.LETTER);
    made = new PackageMaker(Files.createDirectory(folder.resolve("again")));
    key = folder.resolve("again").resolve("custody.pub");
    made.list = made.list.replace("\"title\":\"Item\"", "\"title\":\"Other\"");
    isFalse("the list of items is not the one with which item");
  }

  @Test
  void anItemLeftOutOrListedTwiceIsFound() throws IOException {
    String whole = made.list;
    made.list = whole.lines().skip(1).map(line -> line + "\n").reduce("", String::concat);
    isFalse("the custody names item " + PackageMaker.LETTER + ", which is not in the package");
    made.list = whole + whole.lines().findFirst().orElseThrow() + "\n";
    isFalse("is listed twice");
  }

  @Test
  void aFileOfADestroyedItemOrNoneOfOneThatWasNotIsFound() throws IOException {
    String whole = made.list;
    made.list =
        whole.replace("\"number\":\"3\"", "\"number\":\"3\",\"path\":\"items/0001-letter.eml\"");
    isFalse("was destroyed, and the package has a file of it");
    made.list = whole.replace("\"path\":\"items/0001-letter.eml\",", "");
    isFalse("has no file in the package and was not destroyed");
  }

  @Test
  void aWitnessIsBelievedWhereTheLogContinuesWhatItCosigned() throws IOException {
    Path heads = Files.writeString(folder.resolve("all.heads"), made.notes.get(0) + "\n\n");
    Ran cosigned = witness(heads);
    assertThat(cosigned.code()).as(cosigned.out() + cosigned.err()).isZero();
    made.witnessed.add(cosigned.out());
    Path keys = folder.resolve("witness").resolve("witness.pub");
    Ran ran = verified("--witness", keys.toString());
    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.out()).contains("WITNESSED: by clerk.example.org/custody");

    forge(0, by(made.log.get(0), "somebody else"));
    isFalse("is not the one of the head over 4 events", "--witness", keys.toString());
    made.witnessed.clear();
    isFalse("no head in the package is cosigned by", "--witness", keys.toString());
  }

  private StampedHead stamped(TestAuthority authority, String note) {
    return StampedHead.of(Head.of(note), authority.stamp(StampedHead.stamped(note)));
  }

  @Test
  void aTimeStampIsBelievedByWhoTrustsTheAuthority() throws IOException {
    TestAuthority authority = TestAuthority.honest();
    String roots = authority.pem(folder.resolve("tsa.pem")).toString();
    isFalse("no head in the package has a time stamp", "--tsa", roots);
    made.stamps.add(stamped(authority, made.notes.get(0)));
    made.stamps.add(stamped(authority, made.notes.get(2)));

    Ran ran = verified("--tsa", roots);
    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.out())
        .contains("STAMPED: the head over 9 events existed at 2026-01-02T05:00:00Z")
        .contains("CN=Test authority");
    assertThat(verified().out()).contains("NOTE: the time stamps were checked with");
    isFalse(
        "for whom none of the given certificates vouches",
        "--tsa",
        TestAuthority.honest().pem(folder.resolve("other.pem")).toString());
  }

  @Test
  void aLogThatWasForgedSinceAHeadWasStampedIsFound() throws IOException {
    TestAuthority authority = TestAuthority.honest();
    String roots = authority.pem(folder.resolve("tsa.pem")).toString();
    made.stamps.add(stamped(authority, made.notes.get(0)));
    forge(0, by(made.log.get(0), "somebody else"));

    isFalse("is not the one of the head over 4 events, stamped", "--tsa", roots);
    made.notes.remove(0);
    isFalse("over a head of 4 events that is none of the heads in the package", "--tsa", roots);
  }

  @Test
  void aTimeStampOverAnotherHeadIsFound() throws IOException {
    TestAuthority authority = TestAuthority.honest();
    made.stamps.add(
        StampedHead.of(
            Head.of(made.notes.get(2)), authority.stamp(StampedHead.stamped(made.notes.get(1)))));
    isFalse("the time stamp over the head of 9 events is over other bytes");
  }

  private Ran witness(Path heads, Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "witness",
                heads,
                "--key",
                key,
                "--name",
                "clerk.example.org/custody",
                "--folder",
                folder.resolve("witness")));
    args.addAll(List.of(more));
    return Ran.proffer(args.toArray());
  }

  @Test
  void aWitnessCosignsOnlyWhatContinuesTheLast() throws IOException {
    Path heads = folder.resolve("some.heads");
    Files.writeString(heads, made.notes.get(0) + "\n\n");
    assertThat(witness(heads).code()).isZero();
    Files.writeString(heads, made.notes.get(0) + "\n\n" + made.notes.get(1) + "\n\n");
    Ran unproven = witness(heads);
    assertThat(unproven.code()).isEqualTo(1);
    assertThat(unproven.out()).contains("consistency?first=4&second=6");
    Path proof =
        Files.writeString(
            folder.resolve("proof.json"),
            "{\"proof\":"
                + made.tree().consistency(4, 6).stream().map(h -> "\"" + h + "\"").toList()
                + "}");
    assertThat(witness(heads, "--proof", proof).code()).isZero();
    Files.writeString(heads, made.notes.get(0) + "\n\n");
    assertThat(witness(heads).code()).isEqualTo(1);
  }
}
