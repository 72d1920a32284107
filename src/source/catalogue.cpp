// The catalogue of diagnostics: one row a rule. Sentences name what is wrong, hints say what to do.
#include <algorithm>
#include <array>

#include "source/diagnostic.h"

namespace huozi::source {
namespace {

using enum Severity;

constexpr std::array kRules = {
    // fonts
    Rule{"fonts.bad-file", error, "fonts.yaml: {0} is expected here",
         "see the comments at the top of fonts/fonts.yaml"},
    Rule{"fonts.none", error, "no font is installed for '{0}'",
         "install Noto CJK and LXGW WenKai (./dev setup does), or put font files into fonts/"},
    Rule{"fonts.missing-character", warning, "no font has the character {0}; 〓 is printed in its place",
         "put a font that has it into fonts/ and name it under `fallback` in fonts.yaml"},
    Rule{"file.no-book", error, "there is no book at '{0}'", "name a folder that holds book.yaml, or the file itself"},
    Rule{"image.missing", warning, "there is no image '{0}'; a placeholder is drawn",
         "paths are relative to the article's file; check the name's spelling and case"},
    Rule{"image.outside", warning, "the image '{0}' leads out of the book's folder; a placeholder is drawn",
         "copy it into the folder of book.yaml and name that copy"},
    Rule{"image.incomplete", warning, "the image '{0}' ends too early; the rest of it stays blank",
         "save it again, or fetch it once more"},
    Rule{"image.format", warning, "'{0}' is neither a JPEG nor a PNG image; a placeholder is drawn",
         "convert the image and name the new file"},
    Rule{"style.no-such-style", error, "there is no shipped style '{0}'",
         "name one of styles/ (booklet), or a path ending in .css below the book's folder"},
    Rule{"command.not-supported", warning, "{0} is not supported yet and does nothing", "leave it out"},
    // layout
    Rule{"layout.table-too-wide", warning,
         "this table has more columns than the {0} that fit; its cells stand one under another",
         "split the table, or turn its rows into columns"},
    Rule{"layout.overfull", warning, "a line is wider than the measure",
         "allow a break with a zero-width space, or shorten the text"},
    Rule{"layout.forbidden-break", warning, "a line is broken where none may be, because nothing else fits the measure",
         "make the measure wider or the type smaller, or allow a break elsewhere with a zero-width space"},
    Rule{"layout.too-tall", warning, "something here is taller than the page's type area and runs over its edge",
         "make the type smaller or the page larger"},
    Rule{"layout.type-area", warning, "the type area of {0} does not fit on the page; it was cut to what does",
         "make `size` larger, or -huozi-type-area, the margins, the type or its line-height smaller"},
    // style
    Rule{"style.unclosed", warning, "this {0} has no end", "close it; until then the rest of the sheet belongs to it"},
    Rule{"style.expected", warning, "'{0}' is expected at '{1}'",
         "a rule is written selector {{ property: value; }}; this part is skipped"},
    Rule{"style.nested-rule", warning, "a rule within a rule",
         "write it after the closing brace, with its whole selector; it is skipped here"},
    Rule{"style.too-deep", warning, "@media is nested more than 8 deep", "check for a missing closing brace"},
    Rule{"style.too-large", warning, "{0} is larger than 1 MiB",
         "check that this is the stylesheet that was meant; it is not used"},
    Rule{"style.bad-selector", warning, "cannot read the selector '{0}'",
         "known are names, *, .class, #id, A B and A > B, and lists of these; the rule is skipped"},
    Rule{"style.unknown-pseudo", warning, "unknown pseudo-class or pseudo-element '{0}'",
         "known are :first-child :last-child :nth-child() :lang() :root ::before ::after ::marker ::first-letter "
         "::footnote-call ::footnote-marker; the rule is skipped"},
    Rule{"style.bad-page-selector", warning, "cannot read the page selector '{0}'",
         "write @page, or a name, or :first :blank :left :right, or a name with these; the rule is skipped"},
    Rule{"style.bad-media", warning, "cannot read the media '{0}'",
         "known are print, epub, screen and all, with commas between; the rule is skipped"},
    Rule{"style.unknown-at-rule", warning, "'@{0}' cannot stand here", "known here: {1}"},
    Rule{"style.unknown-property", warning, "unknown property '{0}'",
         "did you mean '{1}'? styles/README.md lists all properties"},
    Rule{"style.unsupported-property", warning, "the property '{0}' is not supported",
         "styles/README.md lists those that are; this one is skipped"},
    Rule{"style.custom-property", warning, "custom properties such as '{0}' are not supported",
         "write the value where it is used"},
    Rule{"style.misplaced-property", warning, "'{0}' has no meaning here", "it belongs into {1}"},
    Rule{"style.no-effect", warning, "'{0}' does nothing in {1}",
         "the column of styles/README.md says which output honours it"},
    Rule{"style.misspelt-value", warning, "'{1}' is no value of {0}", "did you mean '{2}'?"},
    Rule{"style.bad-value", warning, "'{1}' is no value of {0}", "it takes: {2}"},
    Rule{"style.bad-counter-style", warning, "the counter style '{0}' cannot be used",
         "give it a name other than none and decimal, and the symbols that its system needs"},
    // articles: HTML and Markdown
    Rule{"html.unknown-element", warning, "the element <{0}> is not known; its text is kept",
         "use an element books need, or <span> and <div> with a class"},
    Rule{"html.too-deep", warning,
         "tags are nested more than {0} deep; the inner ones are left out and their text is kept",
         "close the tags that were left open"},
    Rule{"html.unclosed-tag", warning, "a tag begins here and the file ends before its '>'; what stands in it is lost",
         "write < as &lt; where no tag is meant, or close the tag and its quotation marks"},
    Rule{"html.missing-note", warning, "the note '{0}' is called here but no note of that id stands in the file",
         "give the note's element that id and epub:type=\"footnote\" or class=\"footnote\""},
    Rule{"parse.note-in-itself", warning,
         "this note is called from within itself, or notes call notes without end; the call stays as text",
         "take the call out of the note"},
    Rule{"markdown.unused-note", warning, "the note '{0}' is never called; it is set at the end of the article",
         "write [^{0}] where it belongs, or remove it"},
    Rule{"markdown.undefined-note", warning, "the note '{0}' has no text; the call stays as it is written",
         "write its text in a line that begins with [^{0}]:"},
    Rule{"markdown.too-deep", warning,
         "blocks or marks are nested more than {0} deep; the inner text is kept without them",
         "check for stray >, * or list marks"},
    Rule{"markdown.unclosed-div", warning, "this ::: block is not closed; it ends with what holds it",
         "end it with a line of its own: :::"},
    Rule{"markdown.stray-div", warning, "nothing is open that this ::: could close",
         "remove the line, or open the block with a line such as ::: verse"},
    // links
    Rule{"link.unresolved", warning, "the link leads to '{0}', which is not in this book; its text is kept",
         "name an article of book.yaml by its path from this one, and an id or heading that it has; write web "
         "addresses whole, with https://"},
    // files
    Rule{"file.unreadable", error, "cannot read '{0}'",
         "check that the file exists and may be read; files may hold at most {1}"},
    Rule{"file.output", error, "cannot make the folder '{0}': {1}", "name another folder with -o"},
    Rule{"file.outside", error, "'{0}' leads out of the book's folder",
         "copy the file into the folder of book.yaml and name it relative to that"},
    Rule{"file.not-utf8", error, "the text is not UTF-8", "save the file as UTF-8, or bring it in with huozi import"},
    // yaml
    Rule{"yaml.syntax", error, "not valid YAML: {0}",
         "check quotes, brackets and indentation; put a text that holds ': ' or ' #' in quotes"},
    Rule{"yaml.duplicate-key", error, "the key '{0}' is given twice", "it stands in line {1} too; keep one of them"},
    Rule{"yaml.key", error, "a key must be plain text",
         "a list or a mapping cannot be a key; check for a stray ? or bracket"},
    Rule{"yaml.alias", error, "YAML anchors (&) and aliases (*) are not read",
         "write the value out in full, or quote a text that begins with & or *"},
    Rule{"yaml.depth", error, "lists and mappings are nested more than {0} deep", "check for stray brackets or dashes"},
    Rule{"yaml.documents", error, "a second YAML document begins here",
         "remove the line ---; one file holds one document"},
    Rule{"yaml.too-large", error, "more than {0} of YAML", "check that this is the file that was meant"},
    Rule{"yaml.blank-lines", error, "more than {0} blank lines in a row", "remove them"},
    Rule{"yaml.control-character", error, "a control character in YAML",
         "remove it, or write it as an escape in double quotes"},
    // book.yaml and front matter
    Rule{"manifest.empty", error, "no book is described here", "book.yaml needs at least `title` and `chapters`"},
    Rule{"manifest.missing-key", error, "'{0}' is missing or empty", "add it; without it there is no book"},
    Rule{"manifest.unknown-key", warning, "unknown key '{0}'", "perhaps meant: {1}"},
    Rule{"manifest.unknown-value", error, "'{0}' is no value of '{1}'", "write one of: {2}"},
    Rule{"manifest.not-text", error, "'{0}' must be a text", "put it in quotes if it holds brackets, braces or ': '"},
    Rule{"manifest.not-list", error, "'{0}' must be a list",
         "write its items in lines that begin with -, or as [a, b]"},
    Rule{"manifest.not-mapping", error, "'{0}' must hold keys and values",
         "write lines `key: value` below it, further in"},
    Rule{"manifest.not-number", error, "'{0}' must be a whole number", "write digits only"},
    Rule{"manifest.date", error, "'{0}' is no date", "write year, month and day as 2022-06-01"},
    Rule{"manifest.language", error, "'{0}' is no language tag", "write a BCP 47 tag such as zh-Hans, zh-Hant or en"},
    Rule{"manifest.role", error, "'{0}' is no role", "write a MARC relator code: aut, edt, trl, com ..."},
    Rule{"manifest.isbn", error, "'{0}' is no ISBN", "an ISBN has 13 digits and begins with 978 or 979"},
    Rule{"manifest.isbn-check-digit", error, "the last digit of the ISBN '{0}' is wrong",
         "for these first twelve it would be {1}; compare all of them with the number that was given out"},
    Rule{"manifest.chapter", error, "this is no chapter",
         "write the path of an article, or keys: `title` and `articles`, `part` and `chapters`, or `select`"},
    Rule{"manifest.unused-override", warning, "no article of the book is called '{0}'; this override has no effect",
         "perhaps meant: {1}; the path must be the one that stands under `chapters`, `front` or `back`"},
    Rule{"manifest.no-imprint", warning,
         "an imprint page is wanted here, but `imprint` gives no kind; the page is left out",
         "write `imprint: {{kind: internal}}`, or isbn, with the facts that belong there"},
    Rule{"manifest.nested-part", error, "a part within a part",
         "give the inner part an entry of its own, after the outer one"},
    Rule{"manifest.repeated", warning, "'{0}' is listed more than once", "only the first counts; remove this one"},
    Rule{"manifest.not-supported", warning, "'{0}' is not yet supported; it has no effect", "it may stay in book.yaml"},
    Rule{"front-matter.syntax", warning, "in the front matter: {0}",
         "what could be read is used; correct it, or give title, author and date under `overrides` in book.yaml"},
    Rule{"front-matter.date", warning, "'{0}' is no date that can be read",
         "write 2022-06-01, or give the date under `overrides` in book.yaml"},
    // edit
    Rule{"noise.removed", note, "removed '{0}'",
         "'{1}' stands under `noise` in book.yaml; take it out there to keep such lines"},
    Rule{"heading.not-found", warning, "no line reads '{0}'",
         "`headings` in book.yaml must hold the line exactly as the article has it"},
    Rule{"heading.skipped-level", note, "a heading of level {1} stands under one of level {0}",
         "levels are closed up in the book; correct the article if a heading is missing"},
    Rule{"image.remote-missing", warning, "no local copy of '{0}'; a placeholder is drawn",
         "add it under `assets` in book.yaml, with the path of a copy in the book's folder"},
    Rule{"quotes.straight", warning, "straight quotation marks in Chinese text",
         "type “ ”, or set `quotes: convert` in book.yaml"},
    Rule{"quotes.unpaired", warning,
         "straight quotation marks in Chinese text that do not pair; they are left as they are",
         "type “ ” in the article"},
    // pdf
    Rule{"pdf.link-target", warning, "a link on page '{0}' leads to something that stands on no page",
         "the link is left out of the PDF; check what it points to"},
    Rule{"pdf.outline-target", warning, "the outline entry '{0}' leads to something that stands on no page",
         "check that the heading is not hidden by the stylesheet"},
    Rule{"pdf.image", error, "the image '{0}' cannot be put into the PDF",
         "it must be a whole JPEG (8 bits a sample) or PNG file inside the book's folder; save it again with an image "
         "editor"},
    Rule{"pdf.font-licence", error, "the font '{0}' forbids embedding",
         "choose another font in the stylesheet or in fonts/fonts.yaml"},
    Rule{"pdf.font-subset", error, "no subset could be made of the font '{0}'",
         "the file {1} may be damaged; install the font again"},
};

}  // namespace

std::span<const Rule> all_rules() {
  return kRules;
}

const Rule* find_rule(std::string_view id) {
  const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const Rule& rule) { return rule.id == id; });
  return found == kRules.end() ? nullptr : &*found;
}

}  // namespace huozi::source
