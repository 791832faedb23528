// Mattes of all images in a folder, and how many failed. A trimap belongs to an image if it has its name, with or without
// -trimap behind it; extensions do not count. What exists is left as it is, so that a batch that was stopped goes on.

#@ File (label = "Images", style = "directory", persist = false) input
#@ File (label = "Trimaps", style = "directory", persist = false) trimaps
#@ File (label = "Folder for the results", style = "directory", persist = false) output
#@ String (label = "Model", value = "compact", persist = false) model
#@ Boolean (label = "Replace results that exist", value = false, persist = false) overwrite

replace_existing = "false";
if (overwrite) replace_existing = "true";
run("Matte Folder...", "input=[" + input + "] trimaps=[" + trimaps + "] output=[" + output + "] model=[" + model
	+ "] outputs=alpha,foreground,cutout overwrite=" + replace_existing);

// One line for each image: Image, Status, Slices, Time (s), Files, Message.
summary = output + File.separator + "matte-summary.csv";
if (!File.exists(summary)) exit("There is no summary: see the log for what went wrong.");
lines = split(File.openAsString(summary), "\n");
done = 0;
failed = 0;
for (i = 1; i < lines.length; i++) {
	if (indexOf(lines[i], ",done,") >= 0) done++;
	if (indexOf(lines[i], ",failed,") >= 0) {
		failed++;
		print(lines[i]);
	}
}
print(done + " done, " + failed + " failed; see " + summary);
