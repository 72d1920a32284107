#include "epub/accessibility.h"

#include "epub/labels.h"
#include "epub/uri.h"

namespace huozi::epub {
namespace {

// EPUB Accessibility 1.1 §4.4: these very words.
constexpr std::string_view kConformance = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA";

}  // namespace

void write_accessibility(XmlWriter& xml, const Plan& plan, bool pages, bool conformant) {
  const Facts& facts = plan.facts();
  const bool described = facts.images && facts.every_image_described;
  const auto meta = [&](std::string_view property, std::string_view value) {
    xml.open("meta").attribute("property", "schema:" + std::string(property)).text(value).close();
  };
  meta("accessMode", "textual");
  if (facts.images) meta("accessMode", "visual");
  meta("accessModeSufficient", facts.images && !described ? "textual,visual" : "textual");
  for (const std::string_view feature :
       {"tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"}) {
    meta("accessibilityFeature", feature);
  }
  if (described) meta("accessibilityFeature", "alternativeText");
  if (facts.ruby) meta("accessibilityFeature", "rubyAnnotations");
  if (pages) {
    meta("accessibilityFeature", "pageBreakMarkers");
    meta("accessibilityFeature", "pageNavigation");
  }
  if (facts.moving_images) {
    meta("accessibilityHazard", "unknown");
  } else {
    for (const std::string_view none : {"noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"}) {
      meta("accessibilityHazard", none);
    }
  }
  const Labels& labels = labels_for(plan.language());
  std::string summary(labels.summary);
  if (facts.images) summary += described ? labels.summary_images : labels.summary_images_undescribed;
  if (facts.notes) summary += labels.summary_notes;
  if (pages) summary += labels.summary_pages;
  if (facts.ruby) summary += labels.summary_ruby;
  const document::AccessibilityStatement& said = plan.input().publication.accessibility;
  meta("accessibilitySummary", said.summary.empty() ? summary : said.summary);
  if (!conformant) return;
  xml.open("meta").attribute("property", "dcterms:conformsTo").attribute("id", "conformance");
  xml.text(kConformance).close();
  if (said.certified_by.empty()) return;
  const auto certifier = [&](std::string_view property, std::string_view refined, std::string_view value) {
    xml.open("meta").attribute("property", property).attribute("refines", refined);
    if (refined == "#conformance") xml.attribute("id", "certifier");
    xml.text(value).close();
  };
  certifier("a11y:certifiedBy", "#conformance", said.certified_by);
  if (!said.credential.empty()) certifier("a11y:certifierCredential", "#certifier", said.credential);
  if (said.report.empty()) return;
  xml.open("link").attribute("rel", "a11y:certifierReport").attribute("refines", "#certifier");
  xml.attribute("href", external_href(said.report)).close_void();
}

}  // namespace huozi::epub
