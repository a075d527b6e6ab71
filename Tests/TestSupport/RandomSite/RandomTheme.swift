/// A small theme that asks the site for nearly everything there is to ask, in files that can be
/// changed one by one: a version stands in the text of each.
enum RandomTheme {
  /// The files of a theme that stands alone.
  static let own = [
    "base.html", "article.html", "list.html", "default.html", "front.html", "tag.html",
    "archive.html", "standing.html", "partials/card.html", "partials/genre_opinion.html",
    "macros/links.html",
    "strings/en.yaml", "assets/site.css", "assets/logo.svg",
  ]

  /// The files that a site may lay over the built-in theme.
  static let overlaid = ["partials/kicker.html", "partials/pager.html", "tag.html"]

  /// The text of a file in a version.
  static func text(of path: String, _ version: Int) -> String {
    let mark = "v\(version)"
    switch path {
    case "strings/en.yaml":
      return
        "greeting: Hello \(mark)\nstories: {one: \"{count} story\", other: \"{count} stories\"}\n"
    case "assets/site.css": return "body { background: url(logo.svg) } /* \(mark) */\n"
    case "assets/logo.svg":
      return "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- \(mark) --></svg>\n"
    default: return (templates[path] ?? "") + "{# \(mark) #}\n<!-- \(mark) -->\n"
    }
  }

  private static let templates = [
    "base.html": """
    <!DOCTYPE html>
    <html lang="{{ edition.lang }}" dir="{{ edition.dir }}">
    <title>{{ page.title }}</title>
    {% if page.description %}<meta name="description" content="{{ page.description }}">{% endif %}
    {% if page.canonical %}<link rel="canonical" href="{{ page.canonical }}">{% endif %}
    {% if page.robots %}<meta name="robots" content="{{ page.robots }}">{% endif %}
    {% for other in page.alternates %}<link rel="alternate" hreflang="{{ other.hreflang }}" href="{{ other.url }}">{% endfor %}
    {% for feed in page.feeds %}<link rel="alternate" type="{{ feed.type }}" href="{{ feed.url }}" title="{{ feed.title }}">{% endfor %}
    <link rel="stylesheet" href="{{ asset("site.css") }}">
    <script type="application/ld+json">{{ page.json_ld }}</script>
    <nav>{% for link in edition.menu %}<a href="{{ link.url }}">{{ link.title }}</a>{% endfor %}</nav>
    <p>{{ t("greeting") }} {{ edition.title }} {{ page.kind }}</p>
    {% for step in page.breadcrumbs %}<i>{{ step.title }}</i>{% endfor %}
    {% block main %}{% endblock %}
    <footer>{% for link in edition.footer_menu %}<a href="{{ link.url }}">{{ link.title }}</a>{% endfor %}
    {% if data.contact %}{{ data.contact }}{% endif %}</footer>

    """,
    "default.html": """
    {% extends "base.html" %}
    {% block main %}{% if page.content %}{{ page.content }}{% endif %}
    {% if page.kind == "tags" %}{% for tag in tags() %}{{ tag.name }} {{ tag.count }}{% endfor %}{% endif %}
    {% if page.kind == "authors" %}{% for author in authors() %}{{ author.name }} {{ author.count }}{% endfor %}{% endif %}{% endblock %}

    """,
    "article.html": """
    {% extends "base.html" %}
    {% from "macros/links.html" import link %}
    {% block main %}
    <h1>{{ article.title }}</h1>
    {% if article.kicker %}<p>{{ article.kicker }}</p>{% endif %}
    {% if article.section %}{{ link(article.section) }}{% endif %}
    <time>{{ article.date | date("long") }}</time>{% if article.is_updated %}<b>{{ article.updated | date("full") }}</b>{% endif %}
    {% for author in article.authors %}{{ author.name }}{% if author.bio %}: {{ author.bio }}{% endif %}{% endfor %}
    {% if article.is_breaking %}<b>!</b>{% endif %}
    {% if article.image %}<img src="{{ article.image.url }}" alt="{% if article.image.alt %}{{ article.image.alt }}{% endif %}"{% if article.image.width %} width="{{ article.image.width }}"{% endif %}>{% endif %}
    {{ article.content }}
    {% for tag in article.tags %}{{ link(tag) }}{% endfor %}
    {% for story in article.related %}{% include "partials/card.html" %}{% endfor %}
    {% if article.previous %}<a href="{{ article.previous.url }}">{{ article.previous.title }}</a>{% endif %}
    {% if article.next %}<a href="{{ article.next.url }}">{{ article.next.title }}</a>{% endif %}
    {% if article.series %}{{ article.series.title }}{% if article.series.next %}{{ article.series.next.title }}{% endif %}{% endif %}
    {% for other in article.translations %}<a href="{{ other.url }}">{{ other.language_name }} {{ other.title }}</a>{% endfor %}
    {% for correction in article.corrections %}{{ correction.html }}{% endfor %}
    {% if article.extra.mark %}{{ article.extra.mark }}{% endif %}
    {% include ["partials/genre_" ~ article.genre ~ ".html", "partials/genre_other.html"] ignore missing %}
    {% if article.id %}{{ article.id }}{% endif %} {{ article.guid }} {{ article.lang }} {{ article.dir }} {{ article.genre }}
    {% if article.signoff %}({{ article.signoff }}){% endif %}{% if article.dateline %}{{ article.dateline }}{% endif %}{% if article.short_title %}{{ article.short_title }}{% endif %}
    {% if article.source %}{{ article.source.name }}{% endif %}{% if article.retracted %}{{ article.retracted.text }}{% endif %}
    {% if article.is_pinned %}pinned{% endif %} {{ article.reading_minutes }} {% for heading in article.outline %}{{ heading.title }}{% endfor %}
    {% if edition.tagline %}{{ edition.tagline }}{% endif %} {{ article.word_count }} {% if article.summary %}{{ article.summary }}{% endif %}
    {% endblock %}

    """,
    "list.html": """
    {% extends "base.html" %}
    {% block main %}
    {% if list is defined %}
    {% if list.pinned %}{% for story in list.pinned %}{% include "partials/card.html" %}{% endfor %}{% endif %}
    {% for story in list.items %}{% include "partials/card.html" %}{% endfor %}
    {% if list.older_url %}<a rel="next" href="{{ list.older_url }}">{{ t("stories", count=2) }}</a>{% endif %}
    {% if list.newer_url %}<a rel="prev" href="{{ list.newer_url }}">newer</a>{% endif %}
    {% if list.from %}{{ list.from | date("medium") }}{% endif %}
    {% if list.total %}{{ t("stories", count=list.total) }}{% endif %}
    {% endif %}
    {% if section is defined and section.description %}{{ section.description }}{% endif %}
    {% if page.content %}{{ page.content }}{% endif %}
    {% endblock %}

    """,
    "front.html": """
    {% extends "list.html" %}
    {% block main %}
    {{ super() }}
    {% if front is defined and front.containers %}
    {% for container in front.containers %}<h2>{{ container.key }}</h2>
    {% for story in container.items %}{% include "partials/card.html" %}{% endfor %}{% endfor %}
    {% endif %}
    {% for story in articles(tag="iran", section="iran", limit=2) %}{{ story.title }}{% endfor %}
    {% for story in articles(genre="opinion", limit=2) %}{{ story.title }}{% endfor %}
    {% for story in articles(author="dewi", limit=2, offset=1, since="2024-04-01") %}{{ story.title }}{% endfor %}
    {% for story in articles(breaking=true, limit=3) %}{{ story.title }}{% endfor %}
    {% for tag in tags(limit=3, sort="count", min=2) %}{{ tag.name }}{% endfor %}
    {% for other in series() %}{{ other.name }}{% endfor %}
    {% if url_for("tag", "iran") %}{{ url_for("tag", "iran") }}{% endif %}
    {% if edition.updated %}{{ edition.updated | date("short") }}{% endif %} {{ edition.today }}
    {% for other in site.editions %}{{ other.title }}{% endfor %}
    {% endblock %}

    """,
    "tag.html": """
    {% extends "list.html" %}
    {% block main %}
    {{ super() }}
    {% if tag.description %}{{ tag.description }}{% endif %}
    {% if not list.number and tag.related %}{% for other in tag.related %}{{ other.name }}{% endfor %}{% endif %}
    {% endblock %}

    """,
    "standing.html": """
    {% extends "base.html" %}
    {% block main %}<h1>{{ page.title }}</h1>{% if page.content %}{{ page.content }}{% endif %}
    {% for other in pages() %}{{ other.title }}{% endfor %}{% endblock %}

    """,
    "archive.html": """
    {% extends "base.html" %}
    {% block main %}
    {{ archive.title }}
    {% for year in archive.years %}{{ year.title }} {{ year.count }}{% for month in year.months %}<a href="{{ month.url }}">{{ month.title }}</a> {{ month.count }}{% endfor %}{% endfor %}
    {% if archive.days %}{% for day in archive.days %}{{ day.date }}{% for story in day.items %}{{ story.title }}{% endfor %}{% endfor %}{% endif %}
    {% if archive.previous %}<a href="{{ archive.previous.url }}">{{ archive.previous.title }}</a>{% endif %}
    {% endblock %}

    """,
    "partials/card.html": """
    <p><a href="{{ story.url }}">{{ story.title }}</a>{% if story.summary %} {{ story.summary }}{% endif %} {{ story.date | date("short") }}</p>

    """,
    "partials/genre_opinion.html": "<p>Opinion</p>\n",
    "partials/kicker.html":
      "{% if article is defined and article.kicker %}<p>{{ article.kicker }}</p>{% endif %}\n",
    "partials/pager.html":
      "{% if list is defined and list.older_url %}<a href=\"{{ list.older_url }}\">older</a>{% endif %}\n",
    "macros/links.html": """
    {% macro link(thing) %}{% if thing.url %}<a href="{{ thing.url }}">{{ thing.name }}</a>{% endif %}{% endmacro %}

    """,
  ]
}
