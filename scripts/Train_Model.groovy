// A model from one's own images, then the path under which Matte Image... takes it. Without a display:
//
//   fiji --headless --run Train_Model.groovy 'foregrounds="cells",backgrounds="photos",out="my-model",minutes=60'
//
// A training that was stopped goes on from its last checkpoint when this is run again.

#@ File (label = "Foregrounds: images with an alpha channel", style = "directory", persist = false) foregrounds
#@ File (label = "Backgrounds: photographs without such objects", style = "directory", persist = false) backgrounds
#@ File (label = "Model folder to make", style = "save", persist = false) out
#@ String (label = "Start from the model (a name, a folder, or None)", value = "compact", persist = false) weights
#@ String (label = "Recipe", value = "compact", persist = false) recipe
#@ Double (label = "Minutes", value = 60, persist = false) minutes
#@ CommandService commands
#@ ModuleService modules
#@output String model

import io.github.deepmatting.commands.TrainModel

def module = modules.run(commands.getCommand(TrainModel), true, "foregrounds", foregrounds, "backgrounds", backgrounds,
    "out", out, "weights", weights, "recipe", recipe, "minutes", minutes, "resume", true).get()
if (module.isCanceled()) throw new IllegalStateException("Train Model: " + module.getCancelReason())
model = module.getOutput("model")
println "Matte with it: run(\"Matte Image...\", \"image=... trimap=... model=[$model]\");"
