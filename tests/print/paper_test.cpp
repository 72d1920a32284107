#include "print/paper.h"

#include "print/binding.h"
#include "support/catch.h"

#include <fstream>
#include <sstream>

using namespace huozi;

namespace {

struct Read {
  source::SourceSet sources;
  const source::SourceFile* file;
  source::Diagnostics diagnostics;
  print::Papers papers;

  explicit Read(std::string text) : file(&sources.add("paper.yaml", std::move(text))) {
    papers = print::read_papers(*file, diagnostics);
  }
  std::string places() const {
    std::string out;
    for (const auto& item : diagnostics.items()) out += item.rule + " '" + std::string(file->slice(item.span)) + "';";
    return out;
  }
};

std::string shipped() {
  std::ifstream in(HUOZI_SOURCE_DIR "/styles/paper.yaml");
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("the shipped papers are read, each under one name") {
  const Read read(shipped());
  CHECK(read.places() == "");
  REQUIRE(read.papers.size() >= 10);
  for (const print::Paper& paper : read.papers) {
    INFO(paper.name);
    CHECK(print::find_paper(read.papers, paper.name) == &paper);
    for (const std::string& other : paper.also) CHECK(print::find_paper(read.papers, other) == &paper);
  }
  CHECK(print::find_paper(read.papers, "80g胶版")->caliper == 100);
  CHECK(print::find_paper(read.papers, "60g轻型")->caliper == 120);
  CHECK(print::find_paper(read.papers, "250g铜版")->caliper == 240);
}

TEST_CASE("a paper is found however its name is spelt") {
  const Read read(shipped());
  const print::Paper* wanted = print::find_paper(read.papers, "80g胶版");
  for (const char* name :
       {"80克胶版纸", "80 g 胶版", "80G胶版纸", "80g/m²胶版纸", "80gsm 胶版", "80克膠版紙", "80g双胶纸", "80g雙膠紙"}) {
    INFO(name);
    CHECK(print::find_paper(read.papers, name) == wanted);
  }
  CHECK(print::find_paper(read.papers, "80g輕型紙") == print::find_paper(read.papers, "80g轻型"));
  CHECK(print::find_paper(read.papers, "157g啞粉") == print::find_paper(read.papers, "157g哑粉"));
  CHECK(print::find_paper(read.papers, "8g胶版") == nullptr);
  CHECK(print::find_paper(read.papers, "") == nullptr);
}

TEST_CASE("an unknown paper has its nearest for a hint") {
  const Read read(shipped());
  CHECK(print::nearest_papers(read.papers, "85g胶版").find("胶版") != std::string::npos);
  CHECK(print::nearest_papers(read.papers, "150g铜版纸").starts_with("250g铜版"));
  CHECK(print::nearest_papers({}, "x") == "");
  CHECK_FALSE(print::nearest_papers(read.papers, std::string(100000, 'x')).empty());
}

TEST_CASE("what is no table of papers is told at its place") {
  CHECK(Read("").places() == "papers.bad '';");
  CHECK(Read("papers: 3").places() == "papers.bad '3';");
  CHECK(Read("papers: [{name: a}]").places().starts_with("papers.bad '{name: a}"));
  CHECK(Read("papers: [{name: a, caliper: 0.001}, {name: b, caliper: 0.1}]").places() == "papers.bad '0.001';");
  CHECK(Read("papers: [{name: a, caliper: 0.001}, {name: b, caliper: 0.1}]").papers.size() == 1);
  CHECK(Read("papers: [{name: a, caliper: 0.1, gsm: 80}]").places() == "papers.bad 'gsm';");
}

TEST_CASE("millimetres are read to the thousandth") {
  const auto read = [](std::string_view text) { return print::read_millimetres(text); };
  CHECK(read("80mm") == 80'000u);
  CHECK(read("12.5 mm") == 12'500u);
  CHECK(read("0.105") == 105u);
  CHECK(read("8.05cm") == 80'500u);
  CHECK(read("0.00015cm") == 1u);
  CHECK(read("0.1059mm") == 105u);
  for (const char* wrong :
       {"", "mm", "-1mm", "1.mm", ".5", "1e3", "80 pt", "80mmm", "100000000000000000000", "10001"}) {
    INFO(wrong);
    CHECK_FALSE(read(wrong));
  }
  CHECK(print::in_millimetres(12'500) == "12.5");
  CHECK(print::in_millimetres(80'000) == "80");
  CHECK(print::in_millimetres(105) == "0.105");
  CHECK(print::to_length(25'400) == base::Length::points(72));
  for (const print::Micrometres each : {0u, 1u, 105u, 12'345u, 999'999u}) {
    CHECK(print::to_micrometres(print::to_length(each)) == each);
  }
}

TEST_CASE("a spine is half the pages times the paper, and the glue") {
  using print::Binding;
  CHECK(print::spine_width(480, Binding::perfect, 100, 400) == 24'400u);
  CHECK(print::spine_width(121, Binding::perfect, 100, 400) == 6'500u);  // a leaf more
  CHECK(print::spine_width(121, Binding::sewn, 100, 400) == 6'600u);     // a sheet more
  CHECK(print::spine_width(24, Binding::saddle, 100, 400) == 0u);
  CHECK(print::bound_pages(21, Binding::saddle) == 24u);
  CHECK(print::usual_binding(47) == Binding::saddle);
  CHECK(print::usual_binding(48) == Binding::perfect);
}
