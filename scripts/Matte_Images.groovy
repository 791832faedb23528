// Alpha and foreground colours of several images of one kind. The model is loaded once.
//
//   fiji --headless --run Matte_Images.groovy 'images="a.tif,b.tif",trimap="trimap.png",output="mattes"'

#@ String (label = "Images, separated by commas", persist = false) images
#@ File (label = "Trimap of all", persist = false) trimap
#@ File (label = "Folder for the results", style = "directory", persist = false) output
#@ String (label = "Model", value = "compact", persist = false) model
#@ MattingService matting
#@output Integer count

import ij.IJ

output.mkdirs()
def marks = IJ.openImage(trimap.path)
count = 0
for (path in images.split(",")) {
    def results = matting.matte(IJ.openImage(path), marks, model: model, foreground: true)
    results.each { name, image -> IJ.saveAsTiff(image, new File(output, image.title + ".tif").path) }
    count++
}
println "$count images are matted"
