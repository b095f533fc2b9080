package districtkg.download;

import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.web.Formats;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.ResourcePaths;
import districtkg.web.Templates;
import districtkg.web.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** {@code /sitemap.xml}: all pages, for search engines. */
public final class SitemapPage implements PageHandler {
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/promises",
                    "/board",
                    "/indicators",
                    "/query",
                    "/map",
                    ResourcePaths.in(Formats.HTML, ResourcePaths.ONTOLOGY),
                    "/about",
                    "/corrections");

    private final GraphReader things;

    /** The sitemap of all pages of things. */
    public SitemapPage(GraphReader things) {
        this.things = things;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        List<String> addresses =
                Stream.concat(
                                PAGES.stream(),
                                things.all(
                                                "Entity",
                                                "Indicator",
                                                "Industry",
                                                "Statement",
                                                "DoubtedStatement")
                                        .map(Node::getURI)
                                        .flatMap(iri -> ResourcePaths.page(iri).stream()))
                        .toList();
        return Templates.file(
                "application/xml; charset=utf-8", "sitemap", view, Map.of("paths", addresses));
    }

    /** {@code /robots.txt}, which names the sitemap. */
    public static HttpAnswer robots(PageRequest request, View view) {
        return HttpAnswer.text(
                "text/plain; charset=utf-8",
                "User-agent: *\nDisallow: /sparql\nDisallow: /data\nDisallow: /api/\nSitemap: "
                        + view.absolute("/sitemap.xml")
                        + "\n");
    }
}
