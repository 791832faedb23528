# Mattes of all images in a folder, from Jython: run it in Fiji's Script Editor with the language Python (Jython), or
# without a display: fiji --headless --run Matte_Folder_Jython.py 'input="images",trimaps="trimaps",output="mattes"'

#@ File (label = "Images", style = "directory", persist = false) input
#@ File (label = "Trimaps", style = "directory", persist = false) trimaps
#@ File (label = "Folder for the results", style = "directory", persist = false) output
#@ String (label = "Model", value = "compact", persist = false) model
#@ Boolean (label = "Replace results that exist", value = false, persist = false) overwrite
#@ CommandService commands
#@ ModuleService modules
#@output Integer failed

# By its name, for Python has a package of its own that is called "io".
command = commands.getCommand("io.github.deepmatting.commands.MatteFolder")
module = modules.run(command, True, "input", input, "trimaps", trimaps, "output", output, "model", model,
    "overwrite", overwrite).get()
if module.isCanceled():
    raise RuntimeError("Matte Folder: %s" % module.getCancelReason())
failed = module.getOutput("failed")
print("%d done, %d skipped, %d failed; see %s" % (module.getOutput("done"), module.getOutput("skipped"), failed,
    module.getOutput("summary")))
