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
constexpr const char* kLinesDrawing =
    "<svg xmlns='http://www.w3.org/2000/svg' width='240' height='120'>"
    "<clipPath id='c'><circle cx='60' cy='60' r='50'/></clipPath><rect width='240' height='120' fill='#f4ecd8'/>"
    "<g clip-path='url(#c)'><rect width='120' height='60' fill='#b03020'/><rect y='60' width='120' height='60' "
    "fill='#205090'/></g><path d='M10 100L110 20' stroke='#000' stroke-width='0.05'/>"
    "<path d='M130 20h90v40' stroke='#808080' stroke-width='3' stroke-dasharray='6 3' fill='none'/>"
    "<text x='130' y='100' font-size='20'>石桥 arch</text>"
    "<text x='130' y='80' font-size='12' fill='none' stroke='#060' stroke-width='.4'>茶园</text></svg>\n";
constexpr const char* kMixedDrawing =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 240 120'>"
    "<linearGradient id='g'><stop offset='0' stop-color='#f00'/><stop offset='1' stop-color='#00f' "
    "stop-opacity='.5'/></linearGradient><radialGradient id='r' fx='.3'><stop offset='0' stop-color='#ff0'/>"
    "<stop offset='1' stop-color='#080'/></radialGradient><linearGradient id='s' spreadMethod='reflect' x2='.3'>"
    "<stop offset='0' stop-color='#fff'/><stop offset='1' stop-color='#000'/></linearGradient>"
    "<pattern id='p' width='8' height='8' patternUnits='userSpaceOnUse'><rect width='4' height='4' "
    "fill='#123456'/></pattern><rect width='60' height='60' fill='url(#g)'/><circle cx='90' cy='30' r='25' "
    "fill='url(#r)'/><rect x='120' width='60' height='60' fill='url(#s)'/><rect x='180' width='60' height='60' "
    "fill='url(#p)'/><g opacity='0.5'><rect x='5' y='70' width='40' height='40' fill='#00f'/><rect x='25' y='80' "
    "width='40' height='40' fill='#0f0'/></g><path d='M100 110Q140 60 190 110' fill='none' stroke='url(#s)' "
    "stroke-width='8'/><rect x='200' y='70' width='30' height='30' fill='#f0f' "
    "style='mix-blend-mode:multiply'/></svg>\n";
constexpr const char* kBlurredDrawing =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 50'><filter id='f'><feGaussianBlur stdDeviation='2'/>"
    "</filter><rect x='10' y='10' width='50' height='30' fill='#c00' filter='url(#f)'/></svg>\n";

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
  write("lines.svg", kLinesDrawing);
  write("mixed.svg", kMixedDrawing);
  write("blurred.svg", kBlurredDrawing);
  write("cut.webp", webp({.width = 320, .height = 160}).substr(0, 200));
  write("broken.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>");
  write("words.bmp", "BM no picture");
}
