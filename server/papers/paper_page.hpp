#pragma once
// A paper as HTML, for screen readers and phones: the same words in the same order as its PDF. It stands inside a plain page,
// below that page's frame: page(visit, look, paper_article(paper)). Its styles are web/pages_papers.css.

#include "server/papers/paper.hpp"
#include "server/plain/html.hpp"

namespace schulkit::papers {

/// An <article lang="de"> whose h1 is the paper's title.
plain::Html paper_article(Paper const& paper);

} // namespace schulkit::papers
