package io.github.deepmatting.model;

import io.github.deepmatting.engine.Weights;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A folder that holds a model: {@code rdf.yaml} (its description), {@code README.md} (the model card) and
 * {@code weights.npz}. It may lie on disk or on the class path.
 */
public final class ModelFolder {

  /** Name of the description's file. */
  public static final String DESCRIPTION_FILE = "rdf.yaml";

  /** Name of the model card's file. */
  public static final String CARD_FILE = "README.md";

  private static final String WEIGHTS_FILE = "weights.npz";

  /** Where a model's files are read from. */
  interface Source {
    /** Opens a file of the folder, or gives null if there is none. */
    InputStream open(String file) throws IOException;
  }

  private ModelFolder() {}

  /** Whether a folder claims to be a model: it has an {@code rdf.yaml}. */
  public static boolean isModel(Path folder) {
    return Files.isRegularFile(folder.resolve(DESCRIPTION_FILE));
  }

  /**
   * Reads a model's description alone.
   *
   * @throws IOException if there is none or it is not valid; the message names the file and the key
   */
  public static ModelDescription describe(Path folder) throws IOException {
    return description(onDisk(folder), folder.toString()).model();
  }

  /**
   * Reads a model and checks it: the weights' SHA-256 is the one in the description, and they fit the network.
   *
   * @throws IOException if something is missing, damaged or does not fit; the message names the file, what was found,
   *     what was expected and what to do
   */
  public static MattingModel read(Path folder) throws IOException {
    return read(onDisk(folder), folder.toString());
  }

  private static Source onDisk(Path folder) {
    return file -> Files.exists(folder.resolve(file)) ? Files.newInputStream(folder.resolve(file)) : null;
  }

  static ResourceDescription description(Source source, String folder) throws IOException {
    String name = folder + "/" + DESCRIPTION_FILE;
    try (InputStream stream = open(source, DESCRIPTION_FILE, name)) {
      return ResourceDescription.read(stream, name);
    }
  }

  static MattingModel read(Source source, String folder) throws IOException {
    ResourceDescription description = description(source, folder);
    String name = folder + "/" + description.weightsFile();
    String found;
    try (InputStream stream = open(source, description.weightsFile(), name)) {
      found = sha256(stream);
    }
    if (!found.equals(description.weightsSha256()))
      throw new IOException(name + " is damaged or of another model: its SHA-256 is " + found + ", but "
          + DESCRIPTION_FILE + " expects " + description.weightsSha256() + ". Install the model anew");
    Weights weights;
    try (InputStream stream = open(source, description.weightsFile(), name)) {
      weights = Npz.read(stream, name);
    }
    try {
      return new MattingModel(description.model(), weights);
    } catch (IllegalArgumentException e) {
      throw new IOException(name + ": " + e.getMessage() + "\nInstall the model anew", e);
    }
  }

  private static InputStream open(Source source, String file, String name) throws IOException {
    InputStream stream = source.open(file);
    if (stream == null)
      throw new FileNotFoundException(name + " is missing. A model is a folder with " + DESCRIPTION_FILE + ", "
          + CARD_FILE + " and its weights");
    return stream;
  }

  private static String sha256(InputStream stream) throws IOException {
    try {
      DigestInputStream digest = new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"));
      byte[] buffer = new byte[1 << 16];
      while (digest.read(buffer) >= 0) ;
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  /**
   * Writes a model as a new folder, which appears whole or not at all.
   *
   * @param folder the folder to make; its parent must exist or is made
   * @param model what to write
   * @param card text of the model card, in Markdown
   * @param halfPrecision whether to round the weights to half precision, which halves the file
   * @throws FileAlreadyExistsException if the folder exists
   * @throws IOException if it can't be written
   */
  public static void write(Path folder, MattingModel model, String card, boolean halfPrecision) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    if (Files.exists(target))
      throw new FileAlreadyExistsException(
          folder.toString(), null, "the model folder exists already; choose another or remove it first");
    Files.createDirectories(target.getParent());
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    Files.createDirectory(temporary);
    try {
      Path weights = temporary.resolve(WEIGHTS_FILE);
      Npz.write(weights, model.weights(), halfPrecision);
      String digest;
      try (InputStream stream = Files.newInputStream(weights)) {
        digest = sha256(stream);
      }
      writeText(temporary.resolve(CARD_FILE), card);
      ResourceDescription description = new ResourceDescription(model.description(), WEIGHTS_FILE, digest);
      writeText(temporary.resolve(DESCRIPTION_FILE), description.text());
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      for (String file : List.of(WEIGHTS_FILE, CARD_FILE, DESCRIPTION_FILE))
        Files.deleteIfExists(temporary.resolve(file));
      Files.deleteIfExists(temporary);
    }
  }

  private static void writeText(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
