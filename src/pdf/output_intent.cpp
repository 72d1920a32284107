#include "pdf/output_intent.h"

#include "pdf/deflate.h"

namespace huozi::pdf {

Array add_output_intent(ObjectFile& file, Standard standard, const image::PressProfile& press) {
  const bool for_press = is_press(standard);
  const std::string& profile = for_press ? press.bytes : image::srgb_profile();
  const Ref stream = file.alloc();
  file.stream(stream, Dict().add("N", for_press ? 4 : 3), deflate(profile), ObjectFile::Data::deflated);
  Dict intent;
  intent.add("Type", Val::name("OutputIntent"));
  intent.add("S", Val::name(for_press ? "GTS_PDFX" : "GTS_PDFA1"));
  // No name of the registry of characterizations: the profile itself says what is meant.
  intent.add("OutputConditionIdentifier", Val::bytes(for_press ? "Custom" : "sRGB"));
  const std::string described = for_press ? press.description : "sRGB IEC61966-2.1";
  intent.add("Info", Val::bytes(described.empty() ? "CMYK" : described));
  if (for_press) intent.add("OutputCondition", Val::bytes(described.empty() ? "CMYK" : described));
  intent.add("RegistryName", Val::bytes("http://www.color.org"));
  return Array().add(intent.add("DestOutputProfile", stream));
}

}  // namespace huozi::pdf
