package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.mail.ByteSource;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/** Photographs of items. They show how an item looked and are kept in the vault beside it. */
@Stateless
public class Photographs {
  /** The longest side of a picture that is shown. */
  private static final int SHOWN = 1_200;

  private static final long MOST_POINTS = 100_000_000;
  private static final int LONGEST = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private ItemLocks items;
  @Inject private PhotoRegister register;
  @Inject private Vault vault;

  /**
   * Adds a photograph.
   *
   * @param caption what it shows
   * @param announced bytes announced, or -1
   * @throws NoPicture if it cannot be read as a picture
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public PhotoView add(
      EvidenceId id, String fileName, String caption, InputStream bytes, long announced) {
    register.require(id);
    if (caption.isBlank() || caption.length() > LONGEST) {
      throw new InvalidInput(
          "caption", "A caption has 1 to " + LONGEST + " characters.", "Say what it shows.");
    }
    String name = Vault.baseName(fileName);
    StoredObject object = vault.store(name, bytes, announced);
    if (object.length() == 0) {
      throw new EmptyFile(name);
    }
    try (InputStream in = vault.open(object.sha256()).open(0)) {
      picture(name, in);
    } catch (IOException e) {
      throw refused(name, e);
    }
    return register.enter(id, name, caption.strip(), object, access.actor().login());
  }

  private static NoPicture refused(String name, IOException e) {
    NoPicture refusal = new NoPicture(name, "cannot be read as a picture");
    refusal.initCause(e);
    return refusal;
  }

  /** The photographs of an item, the oldest first. */
  public List<PhotoView> of(EvidenceId id) {
    items.seen(Action.VIEW_EVIDENCE, id);
    return entities
        .createQuery("from ItemPhoto p where p.itemId = :item order by p.addedAt", ItemPhoto.class)
        .setParameter("item", id.value())
        .getResultStream()
        .map(ItemPhoto::view)
        .toList();
  }

  private PhotoView get(UUID id) {
    access.require(Action.VIEW_EVIDENCE);
    ItemPhoto photo = entities.find(ItemPhoto.class, id);
    if (photo == null) {
      throw new NotFound("photograph", id);
    }
    items.seen(Action.VIEW_EVIDENCE, new EvidenceId(photo.itemId)).requireThere();
    return photo.view();
  }

  /** The bytes of a photograph as they were sent. */
  public ByteSource file(UUID id) {
    return vault.open(get(id).sha256());
  }

  /** Its name as it was sent. */
  public String fileName(UUID id) {
    return get(id).fileName();
  }

  /** A photograph drawn anew, as a PNG of at most {@value #SHOWN} points a side. */
  public byte[] picture(UUID id) {
    PhotoView photo = get(id);
    try (InputStream in = vault.open(photo.sha256()).open(0)) {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(picture(photo.fileName(), in), "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the photograph " + id + " cannot be drawn", e);
    }
  }

  private static BufferedImage picture(String name, InputStream in) throws IOException {
    try (ImageInputStream source = ImageIO.createImageInputStream(in)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(source);
      if (!readers.hasNext()) {
        throw new NoPicture(name, "is of no known format of pictures");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(source, true, true);
        long wide = reader.getWidth(0);
        long high = reader.getHeight(0);
        if (wide * high > MOST_POINTS) {
          throw new NoPicture(name, "has " + wide + " by " + high + " points");
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int every = (int) Math.max(1, Math.max(wide, high) / SHOWN);
        param.setSourceSubsampling(every, every, 0, 0);
        return shrunk(reader.read(0, param));
      } finally {
        reader.dispose();
      }
    } catch (RuntimeException e) {
      if (e instanceof NoPicture) {
        throw e;
      }
      throw new IOException("a reader of pictures gave up", e);
    }
  }

  private static BufferedImage shrunk(BufferedImage read) {
    double scale = Math.min(1.0, (double) SHOWN / Math.max(read.getWidth(), read.getHeight()));
    int wide = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int high = Math.max(1, (int) Math.round(read.getHeight() * scale));
    BufferedImage drawn = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(read, 0, 0, wide, high, null);
    graphics.dispose();
    return drawn;
  }
}
