#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;

using Rows = std::vector<std::vector<std::string>>;

uint32_t heads(const Cleaned& result) {
  return std::get<document::Table>(result.document.blocks.at(0).content).header_rows;
}

TEST_CASE("first rows that name their columns") {
  const Rows rows =
      GENERATE(Rows{{"品名", "件数", "重"}, {"字架", "3", "80斤"}, {"字盘", "12", "2斤"}},
               Rows{{"名称", "备注"}, {"字架", "木制"}}, Rows{{"字号", "枚"}, {"五号", "300"}, {"六号", "200"}},
               Rows{{"", "件数", "重"}, {"字架", "3", "80斤"}, {"字盘", "12", "2斤"}});
  const Cleaned result = cleaned({table(rows)});
  CHECK(heads(result) == 1);
  CHECK(std::get<document::Table>(result.document.blocks.at(0).content).rows.at(0).at(0).header);
  REQUIRE(result.audit.decisions.size() == 1);
  CHECK(result.audit.decisions[0].confidence >= 50);
}

TEST_CASE("first rows that are like the others") {
  const Rows rows =
      GENERATE(Rows{{"字架", "3"}, {"字盘", "12"}}, Rows{{"书名", "印刷史"}, {"定价", "35元"}, {"页数", "208页"}},
               Rows{{"春", "兰", "开"}, {"秋", "菊", "谢"}}, Rows{{"名称", "备注"}}, Rows{{"名称"}, {"3"}, {"4"}},
               Rows{{"件数", "件数", "重"}, {"1", "2", "3"}, {"1", "2", "3"}},
               Rows{{"品名", "2021年", "2022年"}, {"字架", "3", "4"}},
               Rows{{"先洗手，再拣字。", "件数", "重"}, {"1", "2", "3"}, {"1", "2", "3"}},
               Rows{{"品名", "", "重"}, {"字架", "2", "3"}, {"字盘", "2", "3"}});
  const Cleaned result = cleaned({table(rows)});
  CHECK(heads(result) == 0);
  REQUIRE(result.audit.decisions.size() == 1);
  CHECK(result.audit.decisions[0].confidence < 50);
}

TEST_CASE("a bold first row, unless all rows are bold or its cells reach down") {
  const auto bold = [](Block block, size_t row) {
    for (document::TableCell& cell : std::get<document::Table>(block.content).rows.at(row)) {
      auto& paragraph = std::get<document::Paragraph>(cell.children.at(0).content);
      paragraph.children = {strong(Words{paragraph.children.at(0)})};
    }
    return block;
  };
  const Block plain = table({{"东厂", "木"}, {"西厂", "铅"}});
  CHECK(heads(cleaned({plain})) == 0);
  CHECK(heads(cleaned({bold(plain, 0)})) == 1);
  CHECK(heads(cleaned({bold(bold(plain, 0), 1)})) == 0);
  Block reaching = bold(plain, 0);
  std::get<document::Table>(reaching.content).rows[0][0].row_span = 2;
  CHECK(heads(cleaned({reaching})) == 0);
}

TEST_CASE("a table that marks its head keeps it") {
  Block marked = table({{"品名", "2"}, {"字架", "3"}, {"字盘", "12"}});
  std::get<document::Table>(marked.content).header_rows = 2;
  const Cleaned result = cleaned({marked});
  CHECK(heads(result) == 2);
  CHECK(result.audit.decisions.empty());
}

}  // namespace
}  // namespace huozi
