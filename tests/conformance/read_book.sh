#!/usr/bin/env bash
# read_book.sh HUOZI FOLDER: a book whose page 12 stands in the middle of a chapter is read in both readers; copies of it
# that are broken, each in one place, are refused by the checks of readers, of the articles' text, and by Ace.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
huozi=$1 folder=$2
rm -rf "$folder"
mkdir -p "$folder/book"

# chapter TITLE COUNT: paragraphs that all differ, every third with a note.
chapter() {
  printf -- '---\ntitle: %s\n---\n' "$1"
  awk -v title="$1" -v count="$2" 'BEGIN {
    split("零 一 二 三 四 五 六 七 八 九", digit, " ")
    for (i = 1; i <= count; ++i) {
      number = digit[int(i / 10) + 1] digit[i % 10 + 1]
      if (i % 12 == 1) printf "\n## %s之%s\n\n", title, number
      printf "%s记事%s。清早开了园门，先看南墙下新栽的茶苗，再沿着水渠走到石桥边，把昨夜落下的枝条拾起来捆好。", title, number
      printf "管园的人说，这一段路每年要修%s次，修路的石料是从后山运来的，桥栏上还刻着修桥人的名字", number
      printf "%s。午后抄录书目，傍晚收工。\n\n", i % 3 == 1 ? "[^" i "]" : ""
      if (i % 3 == 1) notes = notes sprintf("[^%d]: %s注%s：名字共有%s个，拓片存在馆里。\n\n", i, title, number, number)
    }
    printf "%s", notes
  }'
}
chapter 园中 64 >"$folder/book/garden.md"
chapter 桥上 40 >"$folder/book/bridge.md"
printf '\n| 月份 | 茶树 |\n|---|---|\n| 三月 | 九株 |\n| 四月 | 十株 |\n' >>"$folder/book/bridge.md"
cat >"$folder/book/book.yaml" <<'YAML'
title: 园与桥
date: 2023-03-01
language: zh-Hans
stylesheet: booklet
front: [title-page, contents]
chapters: [garden.md, bridge.md]
outputs: {epub: {profile: standard}, pdf: [print]}
YAML
"$huozi" build "$folder/book" -o "$folder/out" 2>"$folder/said" >/dev/null
silent "$folder/said"
book=$folder/out/book.epub print=$folder/out/book.print.pdf

read_it() { bash "$here/readers.sh" "$1" "$print" "$folder/screens/$2"; }
said=$(read_it "$book" sound)
printf '%s\n' "$said"
[ "$(grep -c 'opened at 12$' <<<"$said")" -eq 2 ]
bash "$here/ace.sh" "$book" "$folder/ace/sound"

bash "$here/articles.sh" "$book" "$folder/out/book.report.json" "$folder/book/book.yaml"

# refused CHECK NAME FILES PATTERN TEXT WORDS...: with the pattern replaced, the check says the words.
refused() {
  local check=$1 name=$2 said status=0 words
  node "$here/readers/alter.mjs" "$book" "$folder/$name.epub" "$HUOZI_VALIDATORS" "$3" "$4" "$5"
  case $check in
    readers) said=$(HUOZI_READER_PATIENCE=3000 read_it "$folder/$name.epub" "$name" 2>&1) || status=$? ;;
    articles)
      said=$(bash "$here/articles.sh" "$folder/$name.epub" "$folder/out/book.report.json" "$folder/book/book.yaml" 2>&1) ||
        status=$?
      ;;
    ace) said=$(bash "$here/ace.sh" "$folder/$name.epub" "$folder/ace/$name" 2>&1) || status=$? ;;
  esac
  for words in "${@:6}"; do
    if [ "$status" -eq 0 ] || ! grep -q -- "$words" <<<"$said"; then
      printf '%s took %s (status %s) without saying %s:\n%s\n' "$check" "$name" "$status" "$words" "$said" >&2
      exit 1
    fi
  done
}
text='text/chapter.*xhtml$'
refused readers no-way-back "$text" 'role="doc-backlink"' '' 'epubjs: there is nothing to click'
refused readers not-a-note "$text" '<a (id="[^"]*") [^>]*role="doc-noteref"[^>]*>' '<a $1 role="doc-noteref" href="#title">' \
  'epubjs: .*leads to no note' 'foliate: .*leads to no note'
refused readers no-click "$text" 'role="doc-noteref"' 'role="doc-noteref" onclick="event.stopPropagation()"' \
  'foliate: .*opens no pop-up'
refused readers other-page "$text" 'id="page-12"' 'id="page-99"' 'epubjs: page 12 .* leads nowhere' 'foliate: page 12 .* leads nowhere'
refused readers page-moved "$text" 'id="page-(?:7|12)"(.*?)id="page-12"' 'id="page-12"$1id="page-7"' \
  'epubjs: page 7 does not begin' 'foliate: page 7 does not begin'
refused readers clipped style.css '$' 'h2 { overflow: hidden; height: 0; margin: 0 }' 'epubjs: .*not seen whole' 'foliate: .*not seen whole'
refused readers from-afar "$text" '<h1' '<p><img src="http://example.com/a.png" alt=""/></p><h1' 'asked for http'
refused ace no-language "$text" ' (?:xml:)?lang="[^"]*"' '' html-has-lang
refused ace no-label EPUB/package.opf '<meta property="schema:accessibilityFeature">[^<]*</meta>' '' accessibilityFeature
refused articles paragraph-lost "$text" '<p>园中记事一零.*?</p>' '' 'not in its place: 园中记事一零' 'fewer of these characters'
refused articles note-lost "$text" '<aside[^>]*>(?:(?!</aside>).)*园中注三一.*?</aside>' '' 'not in its place: 园中注三一'
refused articles cell-lost "$text" '<p>四月</p>' '<p></p>' 'fewer of these characters'
refused articles order "$text" '(园中记事一零)(.*?)(园中记事一一)' '$3$2$1' 'not in its place: 园中记事'
refused articles added "$text" '<p>桥上记事二零' '<p>据桥上记事二零' 'nothing accounts for: 据'
