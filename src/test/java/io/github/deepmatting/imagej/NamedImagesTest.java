package io.github.deepmatting.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedImagesTest {

  @TempDir Path folder;

  private NamedImages with(String... names) throws IOException {
    for (String name : names) Files.createFile(folder.resolve(name));
    return NamedImages.at(folder);
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  @Test
  void imagesAreToldByTheirExtension() throws Exception {
    NamedImages images = with("b.TIF", "a.png", "notes.txt", ".hidden.png", "c.jpeg", "noextension");
    Files.createDirectory(folder.resolve("folder.png"));
    assertEquals(List.of("a.png", "b.TIF", "c.jpeg"), names(images.files()));
  }

  @Test
  void whatBelongsToAnotherIsNoOriginal() throws Exception {
    NamedImages images = with("a.png", "a-trimap.png", "a_alpha.tif", "a-cutout-0002.png", "a-foreground.tif",
        "a-trimaps.png", "b-alpha.tif", "ab.png");
    // There is no b, so b-alpha is an image of its own.
    assertEquals(List.of("a-trimaps.png", "a.png", "ab.png", "b-alpha.tif"), names(images.originals()));
  }

  @Test
  void aPartnerIsFoundByItsName() throws Exception {
    NamedImages images = with("a.b.png", "c-trimap.tif", "d_trimap.tif", "e.png", "e-trimap.png");
    Path elsewhere = Path.of("elsewhere", "x.png");
    assertEquals(folder.resolve("a.b.png"), images.find("a.b", "trimap", elsewhere));
    assertEquals(folder.resolve("c-trimap.tif"), images.find("c", "trimap", elsewhere));
    assertEquals(folder.resolve("d_trimap.tif"), images.find("d", "trimap", elsewhere));
    assertEquals(folder.resolve("e-trimap.png"), images.find("e", "trimap", folder.resolve("e.png")));
    IOException two = assertThrows(IOException.class, () -> images.find("e", "trimap", elsewhere));
    assertTrue(two.getMessage().contains("e-trimap.png, e.png"), two.getMessage());
    IOException none = assertThrows(IOException.class, () -> images.find("c", "alpha", elsewhere));
    assertTrue(none.getMessage().startsWith(elsewhere + ": there is no alpha"), none.getMessage());
  }

  @Test
  void aSingleFileBelongsToAll() throws Exception {
    Path file = Files.createFile(folder.resolve("any.dat"));
    assertEquals(file, NamedImages.at(file).find("x", "trimap", Path.of("x.png")));
  }
}
