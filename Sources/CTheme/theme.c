// Made by .ci/list-theme from the files of Templates/: the list, not their content.
#include "theme.h"

static const unsigned char file_0[] = {
#embed "../../Templates/archive.html"
};

static const unsigned char file_1[] = {
#embed "../../Templates/article.html"
};

static const unsigned char file_2[] = {
#embed "../../Templates/assets/css/site.css"
};

static const unsigned char file_3[] = {
#embed "../../Templates/assets/fonts/OFL.txt"
};

static const unsigned char file_4[] = {
#embed "../../Templates/assets/fonts/noto-naskh-arabic-bold.woff2"
};

static const unsigned char file_5[] = {
#embed "../../Templates/assets/fonts/noto-naskh-arabic-regular.woff2"
};

static const unsigned char file_6[] = {
#embed "../../Templates/assets/icons/feed.svg"
};

static const unsigned char file_7[] = {
#embed "../../Templates/author.html"
};

static const unsigned char file_8[] = {
#embed "../../Templates/authors.html"
};

static const unsigned char file_9[] = {
#embed "../../Templates/base.html"
};

static const unsigned char file_10[] = {
#embed "../../Templates/corrections.html"
};

static const unsigned char file_11[] = {
#embed "../../Templates/default.html"
};

static const unsigned char file_12[] = {
#embed "../../Templates/front.html"
};

static const unsigned char file_13[] = {
#embed "../../Templates/list.html"
};

static const unsigned char file_14[] = {
#embed "../../Templates/macros/people.html"
};

static const unsigned char file_15[] = {
#embed "../../Templates/macros/pictures.html"
};

static const unsigned char file_16[] = {
#embed "../../Templates/macros/time.html"
};

static const unsigned char file_17[] = {
#embed "../../Templates/not_found.html"
};

static const unsigned char file_18[] = {
#embed "../../Templates/partials/band.html"
};

static const unsigned char file_19[] = {
#embed "../../Templates/partials/byline.html"
};

static const unsigned char file_20[] = {
#embed "../../Templates/partials/card.html"
};

static const unsigned char file_21[] = {
#embed "../../Templates/partials/corrections_box.html"
};

static const unsigned char file_22[] = {
#embed "../../Templates/partials/footer.html"
};

static const unsigned char file_23[] = {
#embed "../../Templates/partials/front_automatic.html"
};

static const unsigned char file_24[] = {
#embed "../../Templates/partials/front_curated.html"
};

static const unsigned char file_25[] = {
#embed "../../Templates/partials/front_rest.html"
};

static const unsigned char file_26[] = {
#embed "../../Templates/partials/head.html"
};

static const unsigned char file_27[] = {
#embed "../../Templates/partials/hero.html"
};

static const unsigned char file_28[] = {
#embed "../../Templates/partials/kicker.html"
};

static const unsigned char file_29[] = {
#embed "../../Templates/partials/list_span.html"
};

static const unsigned char file_30[] = {
#embed "../../Templates/partials/masthead.html"
};

static const unsigned char file_31[] = {
#embed "../../Templates/partials/neighbours.html"
};

static const unsigned char file_32[] = {
#embed "../../Templates/partials/opinion_row.html"
};

static const unsigned char file_33[] = {
#embed "../../Templates/partials/pager.html"
};

static const unsigned char file_34[] = {
#embed "../../Templates/partials/read_also.html"
};

static const unsigned char file_35[] = {
#embed "../../Templates/partials/series_box.html"
};

static const unsigned char file_36[] = {
#embed "../../Templates/partials/social.html"
};

static const unsigned char file_37[] = {
#embed "../../Templates/partials/story_list.html"
};

static const unsigned char file_38[] = {
#embed "../../Templates/partials/story_tags.html"
};

static const unsigned char file_39[] = {
#embed "../../Templates/partials/translations.html"
};

static const unsigned char file_40[] = {
#embed "../../Templates/section.html"
};

static const unsigned char file_41[] = {
#embed "../../Templates/series.html"
};

static const unsigned char file_42[] = {
#embed "../../Templates/standing.html"
};

static const unsigned char file_43[] = {
#embed "../../Templates/strings/en.yaml"
};

static const unsigned char file_44[] = {
#embed "../../Templates/strings/fa.yaml"
};

static const unsigned char file_45[] = {
#embed "../../Templates/strings/id.yaml"
};

static const unsigned char file_46[] = {
#embed "../../Templates/tag.html"
};

static const unsigned char file_47[] = {
#embed "../../Templates/tags.html"
};

static const theme_file files[] = {
  {"archive.html", file_0, sizeof file_0},
  {"article.html", file_1, sizeof file_1},
  {"assets/css/site.css", file_2, sizeof file_2},
  {"assets/fonts/OFL.txt", file_3, sizeof file_3},
  {"assets/fonts/noto-naskh-arabic-bold.woff2", file_4, sizeof file_4},
  {"assets/fonts/noto-naskh-arabic-regular.woff2", file_5, sizeof file_5},
  {"assets/icons/feed.svg", file_6, sizeof file_6},
  {"author.html", file_7, sizeof file_7},
  {"authors.html", file_8, sizeof file_8},
  {"base.html", file_9, sizeof file_9},
  {"corrections.html", file_10, sizeof file_10},
  {"default.html", file_11, sizeof file_11},
  {"front.html", file_12, sizeof file_12},
  {"list.html", file_13, sizeof file_13},
  {"macros/people.html", file_14, sizeof file_14},
  {"macros/pictures.html", file_15, sizeof file_15},
  {"macros/time.html", file_16, sizeof file_16},
  {"not_found.html", file_17, sizeof file_17},
  {"partials/band.html", file_18, sizeof file_18},
  {"partials/byline.html", file_19, sizeof file_19},
  {"partials/card.html", file_20, sizeof file_20},
  {"partials/corrections_box.html", file_21, sizeof file_21},
  {"partials/footer.html", file_22, sizeof file_22},
  {"partials/front_automatic.html", file_23, sizeof file_23},
  {"partials/front_curated.html", file_24, sizeof file_24},
  {"partials/front_rest.html", file_25, sizeof file_25},
  {"partials/head.html", file_26, sizeof file_26},
  {"partials/hero.html", file_27, sizeof file_27},
  {"partials/kicker.html", file_28, sizeof file_28},
  {"partials/list_span.html", file_29, sizeof file_29},
  {"partials/masthead.html", file_30, sizeof file_30},
  {"partials/neighbours.html", file_31, sizeof file_31},
  {"partials/opinion_row.html", file_32, sizeof file_32},
  {"partials/pager.html", file_33, sizeof file_33},
  {"partials/read_also.html", file_34, sizeof file_34},
  {"partials/series_box.html", file_35, sizeof file_35},
  {"partials/social.html", file_36, sizeof file_36},
  {"partials/story_list.html", file_37, sizeof file_37},
  {"partials/story_tags.html", file_38, sizeof file_38},
  {"partials/translations.html", file_39, sizeof file_39},
  {"section.html", file_40, sizeof file_40},
  {"series.html", file_41, sizeof file_41},
  {"standing.html", file_42, sizeof file_42},
  {"strings/en.yaml", file_43, sizeof file_43},
  {"strings/fa.yaml", file_44, sizeof file_44},
  {"strings/id.yaml", file_45, sizeof file_45},
  {"tag.html", file_46, sizeof file_46},
  {"tags.html", file_47, sizeof file_47},
};

size_t theme_file_count(void) { return sizeof files / sizeof files[0]; }

theme_file theme_file_at(size_t index) { return files[index]; }
