// Catch2 under one name, whichever version the system ships.
#pragma once

#ifdef HUOZI_CATCH2_V3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
