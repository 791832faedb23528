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
package io.github.deepmatting.commands;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.imagej.training.OpenForegrounds;
import io.github.deepmatting.imagej.training.TrainingPlotFile;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.training.InitialWeights;
import io.github.deepmatting.training.ModelLabel;
import io.github.deepmatting.training.ModelTraining;
import io.github.deepmatting.training.TrainedModel;
import io.github.deepmatting.training.TrainingData;
import io.github.deepmatting.training.TrainingRequest;
import io.github.deepmatting.training.data.ForegroundImage;
import io.github.deepmatting.training.loop.TrainingControl;
import io.github.deepmatting.training.loop.TrainingListener;
import io.github.deepmatting.training.recipe.TrainingLength;
import io.github.deepmatting.training.recipe.TrainingRecipe;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import io.github.deepmatting.training.report.Curves;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;

/**
 * {@code Plugins > Deep Matting > Train Model...}: a model from foregrounds and backgrounds. In a macro: {@code run("Train
 * Model...", "foregrounds=/data/cells backgrounds=/data/photos out=/data/model minutes=30");}. With a display a window
 * shows the curves; without one they are in the folder beside the model. Returns when the model is written.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Train Model",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"), @Menu(label = "Train Model...", weight = 9)})
public class TrainModel extends ReportingCommand {

  private static final String NONE = "None";
  private static final String COMPACT = "compact";
  private static final int STEPS_A_POINT = 10;


  @Parameter(label = "Foregrounds", style = FileWidget.DIRECTORY_STYLE, persist = false, required = false,
      description = "Folder of RGBA images; or of images, with their alphas below. Without it objects are drawn by rules.")
  private File foregrounds;

  @Parameter(label = "Alphas of the foregrounds", style = FileWidget.DIRECTORY_STYLE, persist = false, required = false,
      description = "Folder of grey images with the names of the foregrounds, where these have no alpha of their own.")
  private File alphas;

  @Parameter(label = "Open image", persist = false, required = false, initializer = "listImages",
      description = "An image whose alpha is open too; in scripts and macros also a file. All slices count.")
  private String image = NONE;

  @Parameter(label = "Alpha of the open image", persist = false, required = false, initializer = "listImages",
      description = "Its alpha, grey, as large as the image; in scripts and macros also a file.")
  private String alpha = NONE;

  @Parameter(label = "Backgrounds", style = FileWidget.DIRECTORY_STYLE, persist = false,
      description = "Folder of photographs.")
  private File backgrounds;

  @Parameter(label = "Photographed", style = FileWidget.DIRECTORY_STYLE, persist = false, required = false,
      description = "Folder with the folders image, trimap and alpha, to be mixed in.")
  private File photographed;

  @Parameter(label = "Validation", style = FileWidget.DIRECTORY_STYLE, persist = false, required = false,
      description = "Folder with the folders image, trimap and alpha; the weights that do best there become the model.")
  private File validation;

  @Parameter(label = "Hold back", persist = false, required = false, min = "0",
      description = "So many foregrounds are kept out of the training, to validate it on composites of them.")
  private int holdback = 0;

  @Parameter(label = "Model folder to make", style = FileWidget.SAVE_STYLE, persist = false,
      description = "Must not exist yet; checkpoints, curves and previews are kept beside it.")
  private File out;

  @Parameter(label = "Network", persist = false, required = false, initializer = "listNetworks",
      description = "A network's name; in scripts and macros also a .yaml file.")
  private String network = COMPACT;

  @Parameter(label = "Start from the model", persist = false, required = false, initializer = "listModels",
      description = "Fine-tune this model, whose network is taken then; in scripts and macros also a model folder or a"
          + " .npz file.")
  private String weights = NONE;

  @Parameter(label = "Recipe", persist = false, required = false, initializer = "listRecipes",
      description = "How to train; in scripts and macros also a .yaml file.")
  private String recipe = COMPACT;

  @Parameter(label = "Minutes", persist = false, min = "0", description = "How long to train; 0 for no limit.")
  private double minutes = 60;

  @Parameter(label = "Steps", persist = false, min = "0", description = "How many steps to train; 0 for no limit.")
  private long steps = 0;

  @Parameter(label = "Seed", persist = false, description = "Decides first weights and samples.")
  private long seed = 1;

  @Parameter(label = "Threads", persist = false, min = "0",
      description = "Most threads that work; 0 for as many as there are processors.")
  private int threads = 0;

  @Parameter(label = "Resume a training that was stopped", persist = false,
      description = "Goes on from the last checkpoint beside the model folder, if there is one.")
  private boolean resume = false;

  @Parameter(label = "Help", persist = false, required = false, callback = "openHelp",
      description = "Opens the description of this command in a browser.")
  private Button help;

  /** Path of the model folder, for {@code Matte Image...}. */
  @Parameter(type = ItemIO.OUTPUT, label = "Model")
  private String model;

  private final AtomicBoolean closed = new AtomicBoolean();

  @Override
  String page() {
    return "training.md#in-fiji";
  }

  @Override
  String task() {
    return "Deep Matting training";
  }

  /** Without a macro its window stops it: hours are not lost by a key that was meant for an image. */
  @Override
  boolean stopsOnEscape() {
    return IJ.isMacro();
  }

  @Override
  BooleanSupplier stopped() {
    return closed::get;
  }

  @Override
  void work(TaskProgress progress) throws IOException {
    TrainedModel trained = train(request(progress), progress);
    model = trained.folder().toString();
    log().info(trained.summary());
  }

  private TrainedModel train(TrainingRequest request, TaskProgress progress) throws IOException {
    TrainingControl control = new TrainingControl();
    Curves curves = Curves.continued(request.workFolder(), STEPS_A_POINT);
    List<TrainingListener> listeners =
        new ArrayList<>(List.of(curves, new TrainingPlotFile(curves, request.workFolder(), progress)));
    if (headless()) return new ModelTraining(request, EngineLoader::get, listeners).run(control, progress);
    try (TrainingWindow window = new TrainingWindow("Training " + request.out().getFileName(), request.plan(), curves,
        () -> closed.set(true), control::finishNow, System::nanoTime)) {
      listeners.add(window);
      TrainedModel trained = new ModelTraining(request, EngineLoader::get, listeners).run(control, progress);
      window.stayWith("The model is in " + trained.folder() + ", after " + trained.steps() + " steps.");
      return trained;
    }
  }

  private TrainingRequest request(TaskProgress progress) throws IOException {
    Path target = path(out).orElseThrow(() -> new IllegalArgumentException("The parameter 'out' names no folder"));
    Path photographs = path(backgrounds)
        .orElseThrow(() -> new IllegalArgumentException("The parameter 'backgrounds' names no folder"));
    Optional<InitialWeights> start =
        isNone(weights) ? Optional.empty() : Optional.of(InitialWeights.read(weights.strip(), models()));
    Optional<NetworkConfiguration> given = start.flatMap(InitialWeights::network);
    NetworkConfiguration configuration = given.isPresent() ? given.get() : NetworkConfigurations.find(network.strip());
    TrainingRecipe steering = TrainingRecipes.find(recipe.strip());
    return new TrainingRequest(
        new TrainingData(path(foregrounds), path(alphas), openForegrounds(progress), photographs, path(photographed),
            TrainingData.PHOTOGRAPHED_SHARE, holdback),
        path(validation), target, configuration, start, steering, new TrainingLength(minutes, steps), seed,
        DeviceChoice.AUTO, threads, resume, false, ModelLabel.of(target));
  }

  private static boolean isNone(String choice) {
    return choice == null || choice.isBlank() || choice.strip().equals(NONE);
  }

  /** A path that is given; macros give an empty one for none. */
  private static Optional<Path> path(File file) {
    return file == null || file.getPath().isBlank() ? Optional.empty() : Optional.of(file.toPath());
  }

  private List<ForegroundImage> openForegrounds(TaskProgress progress) throws IOException {
    if (isNone(image) && isNone(alpha)) return List.of();
    return OpenForegrounds.of(image("image", image, progress), image("alpha", alpha, progress), progress);
  }

  private static ImagePlus image(String parameter, String title, TaskProgress progress) throws IOException {
    if (isNone(title))
      throw new IllegalArgumentException("The parameter '" + parameter + "' is missing; give both image and alpha");
    ImagePlus open = WindowManager.getImage(title.strip());
    if (open != null) return open;
    if (Files.exists(Path.of(title.strip()))) return ImageFiles.open(Path.of(title.strip()), progress);
    throw new IllegalArgumentException(
        "The parameter '" + parameter + "' is '" + title + "', which is no open image and no file");
  }

  @SuppressWarnings("unused") // called by name
  private void listImages() {
    List<String> titles = new ArrayList<>(List.of(NONE));
    titles.addAll(Arrays.asList(WindowManager.getImageTitles()));
    offer("image", titles);
    offer("alpha", titles);
  }

  @SuppressWarnings("unused") // called by name
  private void listNetworks() {
    offer("network", NetworkConfigurations.names());
  }

  @SuppressWarnings("unused") // called by name
  private void listModels() {
    List<String> names = new ArrayList<>(List.of(NONE));
    models().list().forEach(entry -> names.add(entry.name()));
    offer("weights", names);
  }

  @SuppressWarnings("unused") // called by name
  private void listRecipes() {
    offer("recipe", TrainingRecipes.names());
  }
}
