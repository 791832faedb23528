/*-
 * #%L
 * Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
 * %%
 * Copyright (C) 2026 Deep Matting developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.deepmatting.engine.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.EngineBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallRequestTest {

  @TempDir Path root;

  @Test
  void whereFijisFolderCannotBeWrittenTheUsersIsTaken() throws IOException {
    // Nothing can be made below a file, whoever runs the test, root included.
    Path fiji = Files.createFile(root.resolve("Fiji.app")).resolve("lib").resolve("deep-matting");
    Path user = root.resolve("home").resolve(".deep-matting").resolve("engine");
    assertEquals(user, InstallRequest.firstWritable(List.of(fiji, user)));
    assertEquals(user, InstallRequest.firstWritable(List.of(user, fiji)));
    // The error then names the first.
    assertEquals(fiji, InstallRequest.firstWritable(List.of(fiji)));
  }

  @Test
  void aFolderGoesWithNoRepositoryAndNoProxy() {
    Optional<ProxyAddress> proxy = Optional.of(new ProxyAddress("localhost", 1));
    Optional<String> repository = Optional.of(RepositorySource.CENTRAL);
    for (boolean withProxy : new boolean[] {false, true}) {
      String message = assertThrows(IllegalArgumentException.class, () -> new InstallRequest(EngineBuild.CPU,
          withProxy ? Optional.empty() : repository, Optional.of(root), withProxy ? proxy : Optional.empty(),
          Optional.empty())).getMessage();
      assertTrue(message.contains("leave out the folder or the others"), message);
    }
  }

  @Test
  void mavenCentralIsTheSourceUnlessAnotherIsNamed() {
    assertEquals(RepositorySource.CENTRAL + "/", InstallRequest.of(EngineBuild.CPU).source().name());
    assertEquals("the folder " + root, new InstallRequest(EngineBuild.CPU, Optional.empty(), Optional.of(root),
        Optional.empty(), Optional.empty()).source().name());
  }
}
