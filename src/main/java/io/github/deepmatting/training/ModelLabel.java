package io.github.deepmatting.training;

import java.nio.file.Path;

/**
 * What a model says of itself.
 *
 * @param name for people, 5 to 128 letters, digits, spaces or {@code _ + - ( )}
 * @param author who made it
 * @param license SPDX identifier of the weights' licence
 */
public record ModelLabel(String name, String author, String license) {

  /** SPDX's word for a licence that nobody has named yet. */
  public static final String NO_LICENSE = "NOASSERTION";

  /** A label from the model folder's name and the user's. */
  public static ModelLabel of(Path folder) {
    String name = folder.toAbsolutePath().normalize().getFileName().toString().replaceAll("[^A-Za-z0-9_+\\- ()]", "-");
    String author = System.getProperty("user.name", "");
    return new ModelLabel(name.length() < 5 ? "Matting model " + name : name.substring(0, Math.min(128, name.length())),
        author.isBlank() ? "unknown" : author, NO_LICENSE);
  }
}
