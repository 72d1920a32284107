#include "epub/accessibility.h"

#include "epub/labels.h"

namespace huozi::epub {

void write_accessibility(XmlWriter& xml, const Plan& plan, bool pages) {
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
  meta("accessibilityHazard", "none");
  const Labels& labels = labels_for(plan.language());
  std::string summary(labels.summary);
  if (facts.images) summary += described ? labels.summary_images : labels.summary_images_undescribed;
  if (facts.notes) summary += labels.summary_notes;
  if (pages) summary += labels.summary_pages;
  if (facts.ruby) summary += labels.summary_ruby;
  meta("accessibilitySummary", summary);
}

}  // namespace huozi::epub
