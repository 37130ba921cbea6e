package org.proffer.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether a file is PDF/A-3a and PDF/UA-1. */
final class Conformance {
  private static final Logger CHATTY = Logger.getLogger("org.verapdf");

  static {
    CHATTY.setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Conformance() {}

  /**
   * The rules that the file breaks, each once with its clause; empty if it keeps both standards.
   *
   * @param file opened twice
   */
  static List<String> broken(Callable<InputStream> file) {
    List<String> broken = new ArrayList<>();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
      try (InputStream in = file.call();
          PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        ValidationResult result = validator.validate(parser);
        result.getTestAssertions().stream()
            .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
            .map(
                assertion ->
                    flavour.getId()
                        + " "
                        + assertion.getRuleId().getClause()
                        + "-"
                        + assertion.getRuleId().getTestNumber()
                        + " "
                        + assertion.getMessage())
            .distinct()
            .forEach(broken::add);
      } catch (EncryptedPdfException | ModelParsingException | ValidationException e) {
        broken.add(flavour.getId() + ": the file cannot be read: " + e.getMessage());
      } catch (IOException e) {
        broken.add(flavour.getId() + ": the file cannot be opened: " + e.getMessage());
      } catch (Exception e) {
        throw new IllegalStateException("veraPDF failed", e);
      }
    }
    return broken;
  }
}
