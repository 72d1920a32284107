#include "style/default_sheet.h"

#include <stdexcept>

namespace huozi::style {
namespace {

constexpr std::string_view kText = R"css(
html, body, section, article, aside, div, header, footer, main, nav, p, h1, h2, h3, h4, h5, h6, blockquote, pre, hr,
figure, figcaption, ul, ol, dl, dt, dd, address { display: block }
li { display: list-item }
table { display: table; text-indent: 0 }
caption { display: table-caption; text-align: center; text-indent: 0 }
thead, tbody, tfoot { display: block }
tr { display: table-row }
td, th { display: table-cell; text-align: start }
head, rp, script, style, template { display: none }

h1, h2, h3, h4, h5, h6 { font-weight: bold; break-after: avoid; break-inside: avoid; text-indent: 0 }
h1 { font-size: 2em }
h2 { font-size: 1.5em }
h3 { font-size: 1.2em }
strong, b, th { font-weight: bold }
small { font-size: smaller }
sup { vertical-align: super; font-size: smaller }
sub { vertical-align: sub; font-size: smaller }
rt { font-size: 50%; line-height: 1 }
u { text-decoration: underline }
s { text-decoration: line-through }
code, pre { font-family: monospace; text-spacing-trim: space-all; text-autospace: no-autospace; hyphens: none }
pre { white-space: pre-wrap; text-align: start; text-indent: 0 }
blockquote { margin: 0 2em }
ul, ol { padding-left: 2em }
ul { list-style-type: disc }
ol { list-style-type: decimal }
ol ol { list-style-type: lower-alpha }
dt, figure, figcaption, hr { text-indent: 0 }
dd { margin-left: 2em }
figure { text-align: center; break-inside: avoid }
figcaption { text-align: center }
hr { margin: 1em 0; border-top: solid }
tr { break-inside: avoid }
.footnote { float: footnote; counter-increment: footnote }
.endnotes::before { content: "注释" }
.endnotes:lang(zh-Hant)::before { content: "註釋" }
.page-break { break-before: page }
.align-center { text-align: center }
.align-right { text-align: end }
.numbered-items { list-style-type: none }
ol.list-decimal { list-style-type: decimal }
ol.list-lower-alpha { list-style-type: lower-alpha }
ol.list-upper-alpha { list-style-type: upper-alpha }
ol.list-lower-roman { list-style-type: lower-roman }
ol.list-upper-roman { list-style-type: upper-roman }
.emphasis-dots { text-emphasis: dot }
::footnote-call { content: counter(footnote); vertical-align: super; font-size: smaller }
::footnote-marker { content: counter(footnote) }

@page { size: auto; margin: auto;
  @footnote { margin-top: 0.5rlh; padding-top: 0.25rlh; border-top: 0.4pt solid; -huozi-rule-length: 25% }
}

@counter-style disc { system: cyclic; symbols: "•"; suffix: " " }
@counter-style circle { system: cyclic; symbols: "◦"; suffix: " " }
@counter-style square { system: cyclic; symbols: "▪"; suffix: " " }
@counter-style lower-alpha { system: alphabetic; symbols: a b c d e f g h i j k l m n o p q r s t u v w x y z }
@counter-style upper-alpha { system: alphabetic; symbols: A B C D E F G H I J K L M N O P Q R S T U V W X Y Z }
@counter-style lower-latin { system: extends lower-alpha }
@counter-style upper-latin { system: extends upper-alpha }
@counter-style lower-roman { system: additive; range: 1 3999;
  additive-symbols: 1000 m, 900 cm, 500 d, 400 cd, 100 c, 90 xc, 50 l, 40 xl, 10 x, 9 ix, 5 v, 4 iv, 1 i }
@counter-style upper-roman { system: additive; range: 1 3999;
  additive-symbols: 1000 M, 900 CM, 500 D, 400 CD, 100 C, 90 XC, 50 L, 40 XL, 10 X, 9 IX, 5 V, 4 IV, 1 I }
@counter-style cjk-decimal { system: numeric; range: 0 infinite; symbols: 〇 一 二 三 四 五 六 七 八 九; suffix: "、" }
@counter-style cjk-heavenly-stem { system: fixed; symbols: 甲 乙 丙 丁 戊 己 庚 辛 壬 癸; suffix: "、";
  fallback: cjk-decimal }
@counter-style cjk-earthly-branch { system: fixed; symbols: 子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥; suffix: "、";
  fallback: cjk-decimal }
@counter-style circled-decimal { system: fixed 0; suffix: " ";
  symbols: "⓪" "①" "②" "③" "④" "⑤" "⑥" "⑦" "⑧" "⑨" "⑩" "⑪" "⑫" "⑬" "⑭" "⑮" "⑯" "⑰" "⑱" "⑲" "⑳"
           "㉑" "㉒" "㉓" "㉔" "㉕" "㉖" "㉗" "㉘" "㉙" "㉚" "㉛" "㉜" "㉝" "㉞" "㉟" "㊱" "㊲" "㊳" "㊴" "㊵"
           "㊶" "㊷" "㊸" "㊹" "㊺" "㊻" "㊼" "㊽" "㊾" "㊿" }
)css";

}  // namespace

const StylesheetData& default_sheet() {
  static const Stylesheet sheet = [] {
    const source::SourceFile file(source::kNoFile, "default sheet", std::string(kText));
    source::Diagnostics diagnostics;
    Stylesheet result = read_stylesheet(file, diagnostics);
    if (!diagnostics.items().empty()) {
      throw std::logic_error("default sheet: " + source::message_of(diagnostics.items().front()));
    }
    return result;
  }();
  return sheet.data();
}

}  // namespace huozi::style
