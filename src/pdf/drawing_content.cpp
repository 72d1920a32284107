#include "pdf/drawing_content.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <vector>

#include "pdf/value.h"

namespace huozi::pdf {
namespace {

enum class Kind { path, paint, stroke, state, pen, save, restore, matrix, light, grey, space, pattern, name, gs, mark };

struct Operator {
  Kind kind;
  size_t operands = 0;  // numbers; of kinds with names at most that many names and numbers
};

const std::map<std::string_view, Operator>& operators() {
  using enum Kind;
  static const std::map<std::string_view, Operator> all = {
      {"m", {path, 2}},    {"l", {path, 2}},    {"c", {path, 6}},   {"v", {path, 4}},      {"y", {path, 4}},
      {"h", {path, 0}},    {"re", {path, 4}},   {"W", {path, 0}},   {"W*", {path, 0}},     {"n", {paint, 0}},
      {"f", {paint, 0}},   {"F", {paint, 0}},   {"f*", {paint, 0}}, {"S", {stroke, 0}},    {"s", {stroke, 0}},
      {"B", {stroke, 0}},  {"B*", {stroke, 0}}, {"b", {stroke, 0}}, {"b*", {stroke, 0}},   {"J", {state, 1}},
      {"j", {state, 1}},   {"M", {state, 1}},   {"i", {state, 1}},  {"w", {pen, 1}},       {"q", {save, 0}},
      {"Q", {restore, 0}}, {"cm", {matrix, 6}}, {"rg", {light, 3}}, {"RG", {light, 3}},    {"g", {grey, 1}},
      {"G", {grey, 1}},    {"cs", {space, 1}},  {"CS", {space, 1}}, {"scn", {pattern, 1}}, {"SCN", {pattern, 1}},
      {"sh", {name, 1}},   {"Do", {name, 1}},   {"gs", {gs, 1}},    {"BMC", {mark, 1}},    {"EMC", {mark, 0}}};
  return all;
}

std::optional<double> number_of(std::string_view token) {
  double number = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
  constexpr double kFarthest = 32'767;  // PDF 1.3, appendix C
  if (error != std::errc() || end != token.data() + token.size() || !(std::fabs(number) <= kFarthest)) return {};
  return number;
}

class Rewriter {
 public:
  Rewriter(const ContentRules& rules, DrawingColors& colors) : rules_(rules), colors_(colors) {}

  std::optional<std::string> rewrite(std::string_view content) {
    constexpr std::string_view kSpace = " \t\r\n\f";
    for (size_t at = content.find_first_not_of(kSpace); at != std::string_view::npos;
         at = content.find_first_not_of(kSpace, at)) {
      const bool bracket = content[at] == '[' || content[at] == ']';
      const size_t end = bracket ? at + 1 : std::min(content.find_first_of(" \t\r\n\f[]/", at + 1), content.size());
      const std::string_view token = content.substr(at, end - at);
      at = end;
      const bool operand = bracket || token[0] == '/' || std::string_view("+-.0123456789").find(token[0]) != token.npos;
      if (operand) {
        constexpr size_t kMostOperands = 64;
        if (operands_.size() == kMostOperands) return std::nullopt;
        operands_.push_back(token);
        continue;
      }
      if (token == "d" ? !dash() : !run(token)) return std::nullopt;
      operands_.clear();
    }
    if (!saved_.empty() || !operands_.empty() || !path_.empty()) return std::nullopt;
    return std::move(out_);
  }

 private:
  struct State {
    double scale = 1;
    double pen = 1, written = 1;
  };

  void append_operands(std::string& out) const {
    for (const std::string_view each : operands_) out.append(each).append(" ");
  }
  void copy(std::string_view operation) {
    append_operands(out_);
    out_.append(operation).append("\n");
  }

  // [ 3 2 ] 0 d
  bool dash() {
    if (operands_.size() < 3 || operands_.front() != "[" || operands_[operands_.size() - 2] != "]") return false;
    for (size_t i = 1; i < operands_.size(); ++i) {
      if (i + 2 != operands_.size() && !number_of(operands_[i])) return false;
    }
    copy("d");
    return true;
  }

  bool run(std::string_view operation) {
    const auto found = operators().find(operation);
    if (found == operators().end() || operands_.size() != found->second.operands) return false;
    const Kind kind = found->second.kind;
    const bool named =
        kind == Kind::space || kind == Kind::pattern || kind == Kind::name || kind == Kind::gs || kind == Kind::mark;
    std::vector<double> numbers;
    for (const std::string_view each : operands_) {
      if (named != (each[0] == '/')) return false;
      if (named) continue;
      const auto number = number_of(each);
      if (!number) return false;
      numbers.push_back(*number);
    }
    switch (kind) {
      case Kind::path:
        append_operands(path_);
        path_.append(operation).append("\n");
        return true;
      case Kind::stroke:
        set_pen();
        [[fallthrough]];
      case Kind::paint:
        out_.append(path_).append(operation).append("\n");
        path_.clear();
        return true;
      case Kind::pen:
        state_.pen = state_.written = numbers[0];
        break;
      case Kind::save: {
        constexpr size_t kDeepest = 20;  // ISO 19005-2, 6.1.13 has 28, of which pages use some
        if (saved_.size() == kDeepest) return false;
        saved_.push_back(state_);
        break;
      }
      case Kind::restore:
        if (saved_.empty()) return false;
        state_ = saved_.back();
        saved_.pop_back();
        break;
      case Kind::matrix:
        state_.scale *= std::sqrt(std::fabs(numbers[0] * numbers[3] - numbers[1] * numbers[2]));
        break;
      case Kind::light:
        return color({numbers[0], numbers[1], numbers[2]}, operation == "RG");
      case Kind::grey:
        return color({numbers[0], numbers[0], numbers[0]}, operation == "G");
      case Kind::space:
        if (operands_[0] != "/Pattern") return false;
        break;
      case Kind::gs:
        if (rules_.no_states) return true;
        break;
      case Kind::mark:
        return true;
      case Kind::state:
      case Kind::pattern:
      case Kind::name:
        break;
    }
    copy(operation);
    return true;
  }

  // Before the path, as nothing may stand between a path and its painting.
  void set_pen() {
    if (rules_.least_pen <= 0 || state_.scale <= 0) return;
    const double wanted = std::max(state_.pen, rules_.least_pen / state_.scale);
    if (wanted == state_.written) return;
    append_decimal(out_, std::llround(std::min(wanted, 32'767.0) * 1e4), 4);
    out_ += " w\n";
    state_.written = wanted;
  }

  bool color(const std::array<double, 3>& light, bool stroke) {
    const bool grey = light[0] == light[1] && light[1] == light[2];
    if (rules_.mask) {
      append_decimal(out_, std::llround(light[0] * 1e4), 4);
      out_ += stroke ? " G\n" : " g\n";
      return grey;
    }
    if (!colors_.inks) {
      copy(stroke ? (operands_.size() == 1 ? "G" : "RG") : (operands_.size() == 1 ? "g" : "rg"));
      return true;
    }
    for (const uint16_t ink : colors_.of(light, grey)) {
      append_decimal(out_, ink, 3);
      out_ += ' ';
    }
    out_ += stroke ? "K\n" : "k\n";
    return true;
  }

  const ContentRules& rules_;
  DrawingColors& colors_;
  std::vector<std::string_view> operands_;
  std::string out_, path_;
  State state_;
  std::vector<State> saved_;
};

}  // namespace

std::array<uint16_t, 4> DrawingColors::of(const std::array<double, 3>& light, bool grey) {
  std::array<uint16_t, 3> parts{};
  for (size_t i = 0; i < 3; ++i) {
    parts[i] = static_cast<uint16_t>(std::lround(std::clamp(light[i], 0.0, 1.0) * 1000));
  }
  const std::array<uint16_t, 4> made = grey ? std::array<uint16_t, 4>{0, 0, 0, static_cast<uint16_t>(1000 - parts[0])}
                                            : inks->inks(parts[0], parts[1], parts[2]);
  in_colour = in_colour || made[0] + made[1] + made[2] > 0;
  most_ink = std::max(most_ink, (made[0] + made[1] + made[2] + made[3]) / 10);
  return made;
}

std::optional<std::string> rewritten(std::string_view content, const ContentRules& rules, DrawingColors& colors) {
  return Rewriter(rules, colors).rewrite(content);
}

}  // namespace huozi::pdf
