package org.proffer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadVerifier;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.TreeHash;
import org.proffer.ledger.Witness;
import org.proffer.ledger.WitnessKey;
import org.proffer.ledger.WitnessSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code proffer witness}: cosigns the newest head of a custody log for somebody who is not the
 * office, if it continues the last one that was cosigned.
 */
@Command(
    name = "witness",
    mixinStandardHelpOptions = true,
    description = {
      "Cosigns the newest head of a custody log, if it continues the last one cosigned here.",
      "The cosigned head is printed; send it to the office."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:cosigned",
      "1:it does not continue what was cosigned before, or that is not proven",
      "2:something could not be read"
    })
final class WitnessHeads implements Callable<Integer> {
  @Parameters(paramLabel = "HEADS", description = "Signed heads, as the office hands them out.")
  private Path heads = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The key that checks heads, obtained from the office once.")
  private Path key = Path.of("");

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Name of the witness, as clerk.example.org/custody; without spaces.")
  private String name = "";

  @Option(
      names = "--folder",
      required = true,
      paramLabel = "FOLDER",
      description = "Keeps the key of the witness, made at the first time, and the last head.")
  private Path folder = Path.of("");

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = "The proof that the newest head continues the last one cosigned here.")
  private @Nullable Path proof;

  @Option(
      names = "--origin",
      defaultValue = "proffer/custody",
      paramLabel = "NAME",
      description = "Name of the log (default: ${DEFAULT-VALUE}).")
  private String origin = "";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(folder);
    WitnessSigner signer = new WitnessSigner(name, keys());
    HeadVerifier verifier = new HeadVerifier(origin, HeadsFile.readKey(key));
    List<String> notes = HeadsFile.read(heads, verifier);
    if (notes.isEmpty()) {
      throw new IOException("There is no signed head in " + heads);
    }
    String newest = notes.get(notes.size() - 1);
    Path last = folder.resolve("last.head");
    Witness witness = new Witness(verifier);
    if (Files.exists(last)) {
      String before = Files.readString(last);
      witness.accept(before, List.of());
      Head was = Head.of(before);
      Head is = Head.of(newest);
      if (!witness.accept(newest, proof())) {
        out.println(
            "FALSE: the head over "
                + is.size()
                + " events is not proven to continue the one over "
                + was.size()
                + " events cosigned before. The proof is at /api/v1/custody/consistency?first="
                + was.size()
                + "&second="
                + is.size()
                + ".");
        return 1;
      }
    }
    // First remembered, then said: what was cosigned can never be forgotten.
    Path made = folder.resolve("last.head.new");
    Files.writeString(made, newest);
    Files.move(made, last, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    out.print(signer.cosign(newest, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS)));
    return 0;
  }

  private List<TreeHash> proof() throws IOException {
    List<TreeHash> hashes = new ArrayList<>();
    if (proof == null) {
      return hashes;
    }
    try (JsonParser json = new JsonFactory().createParser(Files.readString(proof))) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          hashes.add(TreeHash.parse(json.getText()));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("There is no proof in " + proof, e);
    }
    return hashes;
  }

  private KeyPair keys() throws IOException {
    Path secret = folder.resolve("witness.key");
    Path open = folder.resolve("witness.pub");
    try {
      if (!Files.exists(secret)) {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.writeString(open, new WitnessKey(name, keys.getPublic()).text() + "\n");
        Files.createFile(
            secret,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
            secret, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()) + "\n");
        return keys;
      }
      WitnessKey known = WitnessKey.parse(Files.readString(open));
      if (!known.name().equals(name)) {
        throw new IOException(
            "The key in " + folder + " is that of “" + known.name() + "”, not of “" + name + "”");
      }
      byte[] encoded = Base64.getDecoder().decode(Files.readString(secret).strip());
      return new KeyPair(
          known.key(),
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("The key in " + folder + " cannot be used", e);
    }
  }
}
