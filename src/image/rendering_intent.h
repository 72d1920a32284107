// How colours that a device cannot show are brought into those it can (ISO 32000-1, 8.6.5.8). Not here: how a file says
// it (pdf/), how it is done (color_transform). Both with the black points matched.
#pragma once

namespace huozi::image {

// relative: what the device has stays as it is, white is the paper's; perceptual: all colours give way together.
enum class RenderingIntent { relative, perceptual };

}  // namespace huozi::image
