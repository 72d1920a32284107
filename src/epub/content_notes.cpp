#include <algorithm>

#include "epub/content_writer.h"
#include "epub/note_mark.h"

namespace huozi::epub {
namespace {

using document::Inline;

// The classes 多看 looks for.
constexpr std::string_view kDuokanCall = "duokan-footnote";
constexpr std::string_view kDuokanList = "duokan-footnote-content";
constexpr std::string_view kDuokanItem = "duokan-footnote-item";

}  // namespace

void ContentWriter::note_call(const Inline& node, const document::Note& note) {
  note_count_ = note.ordinal > 0 ? note.ordinal : note_count_ + 1;
  const Profile profile = plan_.input().profile;
  const document::Element element = document::element_of(node);
  xml_.open(element.name);
  attributes(element, node.info, profile == Profile::duokan ? kDuokanCall : std::string_view{});
  xml_.attribute("href", "#" + plan_.note_id(node.info));
  if (profile != Profile::legacy_zh) xml_.attribute("epub:type", "noteref").attribute("role", "doc-noteref");
  xml_.attribute("aria-label", std::string(labels_.note) + std::to_string(note_count_));
  xml_.text(note_mark(note_count_)).close();
  generated_.push_back({"note-mark", note_mark(note_count_)});
  const bool at_end = plan_.input().endnotes.count(node.info.id) != 0;
  const auto place = pending_notes_.begin() + static_cast<std::ptrdiff_t>(next_note_place_++);
  pending_notes_.insert(place, {&node.info, &note, languages_.back(), note_count_, at_end});
}

// Footnotes pop up and are out of the way; what print has as endnotes may be read on as a whole.
void ContentWriter::notes() {
  const auto waits = [&](bool at_end) {
    return std::any_of(pending_notes_.begin(), pending_notes_.end(),
                       [&](const PendingNote& note) { return !note.written && note.at_end == at_end; });
  };
  if (waits(false)) notes(false);
  if (waits(true)) notes(true);
  pending_notes_.clear();
  next_note_place_ = 0;
}

// Notes called within footnotes may be endnotes, those within endnotes stand with them.
void ContentWriter::notes(bool at_end) {
  xml_.open("section").attribute("class", "footnotes");
  if (plan_.input().profile != Profile::legacy_zh) {
    xml_.attribute("epub:type", at_end ? "endnotes" : "footnotes");
    if (at_end) xml_.attribute("role", "doc-endnotes").attribute("aria-label", labels_.note);
  }
  ++heading_barriers_;
  for (size_t i = 0; i < pending_notes_.size(); ++i) {
    if (pending_notes_[i].written || (pending_notes_[i].at_end && !at_end)) continue;
    pending_notes_[i].written = true;
    next_note_place_ = i + 1;
    note(PendingNote(pending_notes_[i]));  // a copy: the note's own notes move the list
  }
  --heading_barriers_;
  xml_.close();
}

void ContentWriter::note(const PendingNote& pending) {
  const Profile profile = plan_.input().profile;
  const document::Element element = document::note_element(*pending.note);
  const std::string& id = plan_.note_id(*pending.info);
  xml_.open(profile == Profile::legacy_zh ? "div" : element.name);
  if (profile != Profile::duokan) xml_.attribute("id", id);
  std::string classes;
  for (const std::string_view name : element.classes) classes += (classes.empty() ? "" : " ") + std::string(name);
  xml_.attribute("class", classes);
  // Readers take what is typed a footnote out of the flow.
  if (profile != Profile::legacy_zh && !pending.at_end) xml_.attribute("epub:type", "footnote");
  if (profile != Profile::legacy_zh) xml_.attribute("role", "doc-footnote");
  const bool foreign = pending.language != languages_.front();
  if (foreign) xml_.attribute("lang", pending.language).attribute("xml:lang", pending.language);
  languages_.push_back(pending.language);
  if (profile == Profile::duokan) {
    xml_.open("ol").attribute("class", kDuokanList);
    xml_.open("li").attribute("id", id).attribute("class", kDuokanItem);
    if (!pending.at_end) xml_.attribute("epub:type", "footnote");
    note_body(pending);
    xml_.close().close();
  } else {
    note_body(pending);
  }
  close();
}

void ContentWriter::note_body(const PendingNote& pending) {
  const document::Blocks& content = pending.note->blocks;
  const auto* first = content.empty() ? nullptr : std::get_if<document::Paragraph>(&content.front().content);
  if (first == nullptr) {
    xml_.open("p");
    back_link(pending);
    xml_.close();
    blocks(content);
    return;
  }
  conformance_.look_at(content.front(), languages_.back());
  open_text(document::element_of(content.front()), content.front().info, first->children);
  back_link(pending);
  xml_.text(" ");
  marks_of(content.front().info);
  inlines(first->children);
  close();
  blocks(std::span(content).subspan(1));
}

void ContentWriter::back_link(const PendingNote& pending) {
  xml_.open("a").attribute("class", "backlink").attribute("href", "#" + plan_.id(*pending.info));
  xml_.attribute("role", "doc-backlink");
  xml_.attribute("aria-label", std::string(labels_.back) + std::to_string(pending.number));
  xml_.text(note_mark(pending.number)).close();
}

}  // namespace huozi::epub
