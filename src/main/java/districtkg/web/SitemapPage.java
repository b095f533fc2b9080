package districtkg.web;

import districtkg.store.Things;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** {@code /sitemap.xml}: every page, for search engines. */
final class SitemapPage implements Handler {
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/promises",
                    "/board",
                    "/indicators",
                    "/query",
                    "/map",
                    Addresses.in(Formats.HTML, Addresses.ONTOLOGY),
                    "/about",
                    "/corrections");

    private final Things things;

    SitemapPage(Things things) {
        this.things = things;
    }

    @Override
    public Answer answer(Visit visit, View view) {
        List<String> addresses =
                Stream.concat(
                                PAGES.stream(),
                                things.all("Entity", "Indicator", "Industry", "Statement")
                                        .map(Node::getURI)
                                        .flatMap(iri -> Addresses.page(iri).stream()))
                        .toList();
        return Templates.file(
                "application/xml; charset=utf-8", "sitemap", view, Map.of("paths", addresses));
    }

    static Answer robots(Visit visit, View view) {
        return Answer.text(
                "text/plain; charset=utf-8",
                "User-agent: *\nDisallow: /sparql\nDisallow: /data\nDisallow: /api/\nSitemap: "
                        + view.absolute("/sitemap.xml")
                        + "\n");
    }
}
