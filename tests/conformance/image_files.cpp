// image_files FOLDER: writes an image of every kind into the folder.
#include <filesystem>
#include <fstream>
#include <string>

#include "image/kinds.h"

using namespace huozi::test;

namespace {

constexpr const char* kDrawing =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 60'>"
    "<rect width='60' height='60' fill='#ff0000'/><circle cx='90' cy='30' r='25' fill='#0000ff'/></svg>\n";
constexpr const char* kStrangersDrawing =
    "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='60' onload='go()'>"
    "<script>go()</script><image href='http://images.example/x.png' width='9' height='9'/>"
    "<rect width='120' height='60' fill='#00ff00'/></svg>\n";

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  const auto write = [&](const char* name, const std::string& bytes) {
    std::ofstream(folder / name, std::ios::binary) << bytes;
  };
  write("plain.jpg", jpeg({.width = 320, .height = 160}));
  write("same.jpg", jpeg({.width = 320, .height = 160}));
  write("gray.jpg", jpeg({.width = 320, .height = 160, .colors = Jpeg::Colors::gray}));
  write("inks.jpg", jpeg({.width = 320, .height = 160, .colors = Jpeg::Colors::cmyk}));
  write("turned.jpg", jpeg({.width = 320, .height = 160, .orientation = 6}));
  write("wide.jpg", jpeg({.width = 320, .height = 160, .profile = wide_profile()}));
  write("coded.jpg", jpeg({.width = 320, .height = 160, .arithmetic = true}));
  write("large.jpg", jpeg({.width = 5000, .height = 2500, .progressive = true}));
  write("plain.png", png(Png{.width = 320, .height = 160}));
  write("clear.png", png(Png{.width = 320, .height = 160, .alpha = true, .interlaced = true}));
  write("deep.png", png(Png{.width = 320, .height = 160, .bits = 16}));
  write("photo.webp", webp({.width = 320, .height = 160}));
  write("clear.webp", webp({.width = 320, .height = 160, .lossless = true, .alpha = true}));
  write("moving.webp", webp({.width = 300, .height = 160, .frames = 3}));
  write("plain.gif", gif({.width = 320, .height = 160, .interlaced = true}));
  write("moving.gif", gif({.width = 280, .height = 160, .frames = 3}));
  write("drawing.svg", kDrawing);
  write("stranger.svg", kStrangersDrawing);
  write("cut.webp", webp({.width = 320, .height = 160}).substr(0, 200));
  write("broken.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>");
  write("words.bmp", "BM no picture");
}
