// Mattes of all images in a folder, as a step of a pipeline: the exit code tells how it went.
//
//   fiji --headless --run Matte_Pipeline.groovy 'input="images",trimaps="trimaps",output="mattes"'
//
// Exit codes: 0 all images are matted, now or before; 1 some failed (named in the log and in matte-summary.csv, the rest is
// done); 2 nothing could be done (a folder is missing, no such model, no engine).

#@ File (label = "Images", style = "directory", persist = false, required = false) input
#@ File (label = "Trimaps", style = "directory", persist = false, required = false) trimaps
#@ File (label = "Folder for the results", style = "directory", persist = false, required = false) output
#@ String (label = "Model", value = "compact", persist = false) model
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ Boolean (label = "Replace results that exist", value = false, persist = false) overwrite
#@ CommandService commands
#@ ModuleService modules
#@ LogService log
#@ UIService ui
#@output Integer code

import io.github.deepmatting.commands.MatteFolder
import java.awt.GraphicsEnvironment

// What is not given is never what was given last time.
def missing = [input: input, trimaps: trimaps, output: output].findAll { !it.value }.keySet()
def nowhere = [input, trimaps].findAll { it && !it.exists() }
if (missing || nowhere) {
    log.error("Nothing was matted: " + (missing ? "give " + missing.join(", ") : "there is no " + nowhere.join(", ")))
    code = 2
} else {
    def module = modules.run(commands.getCommand(MatteFolder), true, "input", input, "trimaps", trimaps, "output", output,
        "model", model, "device", device, "overwrite", overwrite).get()
    if (module.isCanceled()) {
        log.error("Nothing was matted: " + module.getCancelReason())
        code = 2
    } else {
        log.info("${module.getOutput('done')} done, ${module.getOutput('skipped')} skipped, ${module.getOutput('failed')} failed")
        code = module.getOutput("failed") > 0 ? 1 : 0
    }
}
// Fiji itself would end with 0. With a user interface it stays open.
if (ui.isHeadless() || GraphicsEnvironment.isHeadless()) System.exit(code)
