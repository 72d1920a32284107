#include "pdf/tag_writer.h"

#include <algorithm>
#include <string>

namespace huozi::pdf {
namespace {

struct Content {
  uint32_t page = 0;
  uint32_t id = 0;  // MCID
};

class TagWriter {
 public:
  TagWriter(ObjectFile& file, const TagTree& tree, const std::vector<std::vector<uint32_t>>& contents,
            const std::vector<Ref>& page_refs, const std::vector<TaggedAnnotation>& annotations)
      : file_(file), tree_(tree), pages_(page_refs), annotations_(annotations) {
    by_slot_.resize(tree.slot_count());
    for (uint32_t page = 0; page < contents.size(); ++page) {
      for (uint32_t id = 0; id < contents[page].size(); ++id) by_slot_[contents[page][id]].push_back({page, id});
    }
    by_tag_.resize(tree.tags().size());
    for (uint32_t i = 0; i < annotations.size(); ++i) {
      if (annotations[i].tag != kNoTag) by_tag_[annotations[i].tag].push_back(i);
    }
    find_kept();
  }

  Ref write(const std::vector<std::vector<uint32_t>>& contents) {
    root_ = file_.alloc();
    refs_.resize(tree_.tags().size());
    for (size_t i = 0; i < refs_.size(); ++i) {
      if (kept_[i]) refs_[i] = file_.alloc();
    }
    for (uint32_t i = 0; i < refs_.size(); ++i) {
      if (kept_[i]) file_.set(refs_[i], element(i));
    }
    Dict root;
    root.add("Type", Val::name("StructTreeRoot"));
    if (kept_[0]) root.add("K", refs_[0]);
    root.add("ParentTree", parent_tree(contents)).add("ParentTreeNextKey", next_key());
    if (const Array ids = id_tree(); !ids.syntax().empty()) root.add("IDTree", Dict().add("Names", ids));
    file_.set(root_, root);
    return root_;
  }

 private:
  using Kid = Tag::Kid;

  // Kids come after their parents.
  void find_kept() {
    const std::vector<Tag>& tags = tree_.tags();
    kept_.assign(tags.size(), false);
    for (size_t i = tags.size(); i-- > 0;) {
      const bool own =
          !by_tag_[i].empty() || std::any_of(tags[i].kids.begin(), tags[i].kids.end(), [&](const Kid& kid) {
            return kid.kind == Kid::Kind::slot ? !by_slot_[kid.index].empty() : kept_[kid.index];
          });
      kept_[i] = own;
    }
    // A table keeps its empty rows and cells: the columns must match.
    for (size_t i = 0; i < tags.size(); ++i) {
      const bool place = tags[i].type == "TR" || tags[i].type == "TD" || tags[i].type == "TH";
      if (place && kept_[tags[i].parent]) kept_[i] = true;
    }
  }

  Dict element(uint32_t index) {
    const Tag& tag = tree_.tags()[index];
    Dict out;
    out.add("S", Val::name(tag.type)).add("P", tag.parent == kNoTag ? root_ : refs_[tag.parent]);
    if (!tag.id.empty()) out.add("ID", Val::bytes(tag.id));
    if (!tag.lang.empty()) out.add("Lang", Val::bytes(tag.lang));
    if (!tag.alternative.empty()) out.add("Alt", Val::text(tag.alternative));
    if (!tag.attributes.entries().empty()) out.add("A", tag.attributes);
    add_kids(out, tag, by_tag_[index]);
    return out;
  }

  // Content on the element's own page is its identifier alone.
  void add_kids(Dict& out, const Tag& tag, const std::vector<uint32_t>& annotations) {
    uint32_t page = UINT32_MAX;
    size_t count = annotations.size();
    for (const Kid& kid : tag.kids) {
      if (kid.kind == Kid::Kind::tag) {
        count += kept_[kid.index] ? 1 : 0;
        continue;
      }
      const std::vector<Content>& parts = by_slot_[kid.index];
      count += parts.size();
      if (page == UINT32_MAX && !parts.empty()) page = parts.front().page;
    }
    if (count == 0) return;
    if (page != UINT32_MAX) out.add("Pg", pages_[page]);
    Array kids;
    for (const Kid& kid : tag.kids) {
      if (kid.kind == Kid::Kind::tag) {
        if (kept_[kid.index]) kids.add(refs_[kid.index]);
        continue;
      }
      for (const Content& part : by_slot_[kid.index]) {
        if (part.page == page) {
          kids.add(static_cast<int64_t>(part.id));
        } else {
          kids.add(Dict()
                       .add("Type", Val::name("MCR"))
                       .add("Pg", pages_[part.page])
                       .add("MCID", static_cast<int64_t>(part.id)));
        }
      }
    }
    for (const uint32_t each : annotations) {
      kids.add(Dict()
                   .add("Type", Val::name("OBJR"))
                   .add("Pg", annotations_[each].page)
                   .add("Obj", annotations_[each].annotation));
    }
    out.add("K", kids);
  }

  Ref parent_tree(const std::vector<std::vector<uint32_t>>& contents) {
    Array numbers;
    for (size_t page = 0; page < contents.size(); ++page) {
      Array owners;
      for (const uint32_t slot : contents[page]) owners.add(refs_[tree_.owner(slot)]);
      if (!contents[page].empty()) numbers.add(static_cast<int64_t>(page)).add(file_.add(owners));
    }
    for (const TaggedAnnotation& each : annotations_) {
      if (each.tag != kNoTag) numbers.add(each.key).add(refs_[each.tag]);
    }
    return file_.add(Dict().add("Nums", numbers));
  }

  int64_t next_key() const { return static_cast<int64_t>(pages_.size() + annotations_.size()); }

  // Names in the order of their bytes (7.9.6).
  Array id_tree() const {
    std::vector<std::pair<std::string, Ref>> ids;
    for (size_t i = 0; i < refs_.size(); ++i) {
      if (kept_[i] && !tree_.tags()[i].id.empty()) ids.emplace_back(tree_.tags()[i].id, refs_[i]);
    }
    std::sort(ids.begin(), ids.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Array names;
    for (const auto& [id, ref] : ids) names.add(Val::bytes(id)).add(ref);
    return names;
  }

  ObjectFile& file_;
  const TagTree& tree_;
  const std::vector<Ref>& pages_;
  const std::vector<TaggedAnnotation>& annotations_;
  std::vector<std::vector<Content>> by_slot_;
  std::vector<std::vector<uint32_t>> by_tag_;  // annotations
  std::vector<bool> kept_;
  std::vector<Ref> refs_;
  Ref root_;
};

}  // namespace

Ref add_tags(ObjectFile& file, const TagTree& tree, const std::vector<std::vector<uint32_t>>& contents,
             const std::vector<Ref>& page_refs, const std::vector<TaggedAnnotation>& annotations) {
  return TagWriter(file, tree, contents, page_refs, annotations).write(contents);
}

}  // namespace huozi::pdf
