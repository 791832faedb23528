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
package io.github.deepmatting.commands.service;

import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.matting.Matte;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.scijava.app.AppService;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;
import org.scijava.task.TaskService;

/** Keeps the model that was used last. */
@Plugin(type = Service.class)
public final class DefaultMattingService extends AbstractService implements MattingService {

  @Parameter private TaskService tasks;
  @Parameter private StatusService status;
  @Parameter private LogService log;
  @Parameter private AppService apps;

  private Matting matting;
  /** The options that the model was loaded with. */
  private MatteOptions loaded;

  @FunctionalInterface
  private interface Work<R> {
    R run(Matting matting, MatteOptions options, Progress progress) throws IOException;
  }

  /** The models that come with the program, and those in the folder of a Fiji. */
  public static Models models(AppService apps) {
    return Models.standard(Optional.ofNullable(apps.getApp().getBaseDirectory()).map(File::toPath));
  }

  @Override
  @SuppressWarnings("unchecked") // images of ImageJ, in and out
  public <I> Map<String, I> matte(Map<String, ?> words, I image, I trimap) throws IOException {
    return (Map<String, I>) work(words,
        (model, options, progress) -> ServedImages.matte(model, options, image, trimap, log, progress));
  }

  @Override
  public <T extends RealType<T>> Matte<T> matte(Map<String, ?> words, RandomAccessibleInterval<T> image,
      RandomAccessibleInterval<? extends RealType<?>> trimap) throws IOException {
    return work(words, (model, options, progress) -> model.matte(image, Trimap.of(trimap), options, progress));
  }

  private synchronized <R> R work(Map<String, ?> words, Work<R> work) throws IOException {
    MatteOptions options = MatteOptions.of(words);
    try (TaskProgress progress =
        new TaskProgress(tasks.createTask("Deep Matting"), status, log, () -> false, System::nanoTime)) {
      load(options, progress);
      return work.run(matting, options, progress);
    }
  }

  private void load(MatteOptions options, Progress progress) throws IOException {
    MatteOptions wanted =
        MatteOptions.DEFAULT.withModel(options.model()).withDevice(options.device()).withThreads(options.threads());
    if (wanted.equals(loaded)) return;
    progress.begin("Loading the model", 0);
    dispose();
    matting = Matting.load(EngineLoader.get(), models(apps).load(options.model()), options);
    loaded = wanted;
  }

  @Override
  public synchronized void dispose() {
    if (matting != null) matting.close();
    matting = null;
    loaded = null;
  }
}
