package io.github.deepmatting.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 sums as 64 lower-case hexadecimal digits. */
final class Sha256 {

  private Sha256() {}

  /** The sum of what is left in a stream, which is not closed. */
  static String of(InputStream stream) throws IOException {
    try {
      DigestInputStream digest = new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"));
      byte[] buffer = new byte[1 << 16];
      while (digest.read(buffer) >= 0) ;
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  /** The sum of a file. */
  static String of(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return of(stream);
    }
  }
}
