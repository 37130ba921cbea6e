package org.proffer.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A picture as a page: whole, within margins, upright or on its side as it fits better. */
final class PicturePdf {
  /** Points. */
  private static final float MARGIN = 54;

  private static final long MOST_PIXELS = 100_000_000;

  private PicturePdf() {}

  /**
   * The page; no bytes if these are no picture.
   *
   * @throws BrokenPart if it says that it is a picture, and cannot be read
   */
  static byte[] of(byte[] bytes, String fileName, int number, String title) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return new byte[0];
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          throw new BrokenPart(number, title, 0, "the picture has more than 100 million points");
        }
      } finally {
        reader.dispose();
      }
      return page(bytes, fileName);
    } catch (IOException | IllegalArgumentException e) {
      BrokenPart broken =
          new BrokenPart(number, title, 1, "the picture is damaged: " + e.getMessage());
      broken.initCause(e);
      throw broken;
    }
  }

  private static byte[] page(byte[] bytes, String fileName) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDImageXObject image = PDImageXObject.createFromByteArray(document, bytes, fileName);
      boolean wide = image.getWidth() > image.getHeight();
      PDRectangle paper =
          wide
              ? new PDRectangle(
                  /* width= */ PDRectangle.LETTER.getHeight(),
                  /* height= */ PDRectangle.LETTER.getWidth())
              : PDRectangle.LETTER;
      PDPage page = new PDPage(paper);
      document.addPage(page);
      float scale =
          Math.min(
              (paper.getWidth() - 2 * MARGIN) / image.getWidth(),
              (paper.getHeight() - 2 * MARGIN) / image.getHeight());
      float width = image.getWidth() * scale;
      float height = image.getHeight() * scale;
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            image, (paper.getWidth() - width) / 2, (paper.getHeight() - height) / 2, width, height);
      }
      document.save(out);
      return out.toByteArray();
    }
  }
}
