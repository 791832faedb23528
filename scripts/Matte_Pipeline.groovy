// Mattes of all images in a folder, as a step of a pipeline: the exit code tells how it went.
//
//   fiji --headless --run Matte_Pipeline.groovy 'input="images",trimaps="trimaps",output="mattes"'
//
// Exit codes: 0 all images are matted, now or before; 1 some failed (named in the log and in matte-summary.csv, the rest is
// done); 2 nothing could be done (a folder is missing, no such model, no engine).

#@ File (label = "Images", style = "directory") input
#@ File (label = "Trimaps", style = "directory") trimaps
#@ File (label = "Folder for the results", style = "directory") output
#@ String (label = "Model", value = "compact") model
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto") device
#@ Boolean (label = "Replace results that exist", value = false) overwrite
#@ CommandService commands
#@ ModuleService modules
#@ LogService log
#@output Integer code

import io.github.deepmatting.commands.MatteFolder
import java.awt.GraphicsEnvironment

def module = modules.run(commands.getCommand(MatteFolder), true, "input", input, "trimaps", trimaps, "output", output,
    "model", model, "device", device, "overwrite", overwrite).get()
if (module.isCanceled()) {
    log.error("Nothing was matted: " + module.getCancelReason())
    code = 2
} else {
    log.info("${module.getOutput('done')} done, ${module.getOutput('skipped')} skipped, ${module.getOutput('failed')} failed")
    code = module.getOutput("failed") > 0 ? 1 : 0
}
// Fiji itself would end with 0. With a display it stays open.
if (GraphicsEnvironment.isHeadless()) System.exit(code)
