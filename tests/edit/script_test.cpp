#include "edit/script.h"

#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;

const char* const kTraditional = "圖書館的閱覽室在二樓，讀者從東邊的樓梯上去，門口寫著\"請保持安靜\"。";
const char* const kSimplified = "图书馆的阅览室在二楼，读者从东边的楼梯上去，门口写着\"请保持安静\"。";

std::string language(Blocks blocks, std::string book = "zh-Hans", std::string own = {}) {
  edit::Options options;
  options.language = std::move(book);
  document::ArticleMetadata metadata;
  metadata.language = std::move(own);
  return cleaned(std::move(blocks), options, metadata).document.metadata.language;
}

TEST_CASE("an article in the other script gets its language, with a note") {
  CHECK(language({p(kTraditional)}) == "zh-Hant");
  CHECK(language({p(kSimplified)}) == "");
  CHECK(language({p(kTraditional)}, "zh-TW") == "");
  CHECK(language({p(kSimplified)}, "zh-Hant") == "zh-Hans");
  CHECK(language({p(kTraditional)}, "en") == "");
  CHECK(cleaned({p(kTraditional)}).reports("article.language") == 1);
}

TEST_CASE("what the article says of its language counts") {
  CHECK(language({p(kTraditional)}, "zh-Hans", "zh-CN") == "zh-CN");
  CHECK(language({p(kTraditional)}, "zh-Hans", "ja") == "ja");
  CHECK(language({p(kTraditional)}, "zh-Hans", "zh") == "zh-Hant");
  CHECK(language({p(kSimplified)}, "zh-Hans", "zh") == "zh");
}

TEST_CASE("a quotation in the other script does not change the article's") {
  CHECK(language({p(kSimplified), p(kSimplified), quote({p(kTraditional)})}) == "");
  CHECK(language({p("閱覽室")}) == "");
  CHECK(language({p(std::string(kTraditional + std::string("让人看。")).c_str())}) == "zh-Hant");
}

TEST_CASE("characters that both scripts use count for neither") {
  const edit::ScriptCount count = edit::count_scripts(document_of({p("山水之中人言可信，后皇后里面")}).document.blocks);
  CHECK(count.traditional == 0);
  CHECK(edit::count_scripts({}).simplified == 0);
}

TEST_CASE("straight quotation marks become those of the article's script") {
  CHECK(cleaned({p(kTraditional)}).outline().find("「請保持安靜」") != std::string::npos);
  CHECK(cleaned({p(kSimplified)}).outline().find("“请保持安静”") != std::string::npos);
  CHECK(cleaned({p("他說：\"記得'圖書'二字，閱覽室、樓梯、櫃檯、門窗、燈與書架都歸館員管，讀者請勿觸動。\"")})
            .outline()
            .find("「記得『圖書』二字") != std::string::npos);
}

}  // namespace
}  // namespace huozi
