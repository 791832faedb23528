// Mattes of all slices of a stack, saved beside each other: run it with the stack active and its trimap open.
// The trimap has one slice for all, or one for each. In Fiji's Script Editor choose the language IJ1 Macro; without a
// display: fiji --headless --run Matte_Stack.ijm 'stack="cells.tif",trimap="cells-trimap.tif",output="mattes"'

#@ File (label = "Stack", persist = false) stack
#@ File (label = "Trimap of the stack", persist = false) trimap
#@ File (label = "Folder for the results", style = "directory", persist = false) output
#@ String (label = "Model", value = "compact", persist = false) model

open(stack);
name = getTitle();
open(trimap);
run("Matte Image...", "image=[" + name + "] trimap=[" + getTitle() + "] model=[" + model + "] foreground=true");

// The results are called as the stack, without its extension, with "alpha" and "foreground" behind it.
base = File.getNameWithoutExtension(stack);
save_and_close(base + " alpha", base + "-alpha.tif");
save_and_close(base + " foreground", base + "-foreground.tif");

function save_and_close(title, file) {
	if (!isOpen(title)) exit("There is no " + title + ": see the log for what went wrong.");
	selectImage(title);
	saveAs("Tiff", output + File.separator + file);
	close();
}
