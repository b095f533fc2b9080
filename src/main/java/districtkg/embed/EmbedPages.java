package districtkg.embed;

import districtkg.embed.FrameAddress.Kind;
import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.indicator.IndicatorProfile;
import districtkg.place.PlaceProfile;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.promise.Deadline;
import districtkg.promise.DeadlineBoard;
import districtkg.response.ProblemResponses;
import districtkg.vocab.Dkg;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.PerLanguage;
import districtkg.web.Templates;
import districtkg.web.View;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;

/**
 * {@code /embed/indicator/…}, {@code /embed/place/…} and {@code /embed/board}: a chart or table
 * that other sites may show in a frame, without scripts; and {@code /oembed}, which describes the
 * frame of a page.
 */
public final class EmbedPages implements PageHandler {
    /** Folder of the frames. */
    public static final String FOLDER = "/embed/";

    /** Address of the oEmbed descriptions. */
    public static final String OEMBED = "/oembed";

    private static final int NOT_IMPLEMENTED = 501;
    private static final int NARROWEST = 200;

    private final GraphReader things;

    private final PerLanguage<List<Deadline>> deadlines;

    /** Frames for the indicators, places and deadlines of a graph. */
    public EmbedPages(GraphReader things, PerLanguage<List<Deadline>> deadlines) {
        this.things = things;
        this.deadlines = deadlines;
    }

    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        return FrameAddress.of(request.path(), "")
                .filter(this::known)
                .map(
                        frame ->
                                switch (frame.kind()) {
                                    case PLACE -> place(node(frame), request, view);
                                    case INDICATOR -> indicator(node(frame), request, view);
                                    case BOARD -> board(request, view);
                                })
                .orElseGet(() -> unknown(request, view));
    }

    /** The oEmbed description of the frame of a page of this site, as JSON. */
    public HttpAnswer description(PageRequest request, View view) {
        String format = request.parameter("format");
        if (!format.isEmpty() && !format.equals("json")) {
            return HttpAnswer.of(
                    NOT_IMPLEMENTED, "text/plain; charset=utf-8", "Only format=json is given.\n");
        }
        return local(request.parameter("url"), request)
                .flatMap(page -> FrameAddress.of(page.getPath(), query(page)))
                .filter(this::known)
                .map(frame -> described(frame, request, view))
                .orElseGet(() -> unknown(request, view));
    }

    private static HttpAnswer unknown(PageRequest request, View view) {
        return ProblemResponses.of(Refusal.of(Reason.NOT_FOUND), request, view, List.of());
    }

    private boolean known(FrameAddress frame) {
        return switch (frame.kind()) {
            case PLACE -> PlaceProfile.has(things, node(frame));
            case INDICATOR -> things.is(node(frame), Dkg.term("Indicator"));
            case BOARD -> true;
        };
    }

    private static Node node(FrameAddress frame) {
        return Dkg.iri((frame.kind() == Kind.PLACE ? Dkg.ID : Dkg.VOCAB) + frame.key());
    }

    private HttpAnswer indicator(Node indicator, PageRequest request, View view) {
        List<String> series =
                Stream.of(request.parameter("series").split(","))
                        .filter(one -> !one.isEmpty())
                        .toList();
        return Templates.frame(
                "embedindicator",
                view,
                Map.of(
                        "profile",
                        IndicatorProfile.of(things, request.language(), indicator, series)));
    }

    private HttpAnswer place(Node place, PageRequest request, View view) {
        return Templates.frame(
                "embedplace",
                view,
                Map.of(
                        "place",
                        things.ref(place, request.language()),
                        "card",
                        PlaceProfile.of(
                                        things,
                                        request.language(),
                                        place,
                                        request.parameter("year"))
                                .shown()));
    }

    private HttpAnswer board(PageRequest request, View view) {
        DeadlineBoard board =
                DeadlineBoard.of(deadlines.in(request.language()), request.parameters());
        String asked = request.parameter("page");
        int page = asked.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(asked) : 1;
        return Templates.frame(
                "embedboard",
                view,
                Map.of("board", board, "page", Math.min(page, board.pages().size())));
    }

    /** The address of a page, if it is one of this site. */
    private static Optional<URI> local(String url, PageRequest request) {
        try {
            URI page = new URI(url);
            boolean here = url.startsWith(request.origin() + "/") || url.startsWith(Dkg.ROOT);
            return here && page.getPath() != null
                    ? Optional.of(page.getPath().isEmpty() ? page : relative(page, request))
                    : Optional.empty();
        } catch (java.net.URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    /** A permanent IRI stands for the page of the same path on this server. */
    private static URI relative(URI page, PageRequest request) {
        String root = URI.create(Dkg.ROOT).getPath().replaceFirst("/$", "");
        return page.toString().startsWith(request.origin())
                ? page
                : URI.create(
                        page.getRawPath().substring(root.length())
                                + (query(page).isEmpty() ? "" : "?" + query(page)));
    }

    private static String query(URI page) {
        return Optional.ofNullable(page.getRawQuery()).orElse("");
    }

    private HttpAnswer described(FrameAddress frame, PageRequest request, View view) {
        String title =
                frame.kind() == Kind.BOARD
                        ? view.say("board")
                        : things.ref(node(frame), request.language()).name();
        int width = smaller(frame.kind().width(), request.parameter("maxwidth"));
        int height = smaller(frame.kind().height(), request.parameter("maxheight"));
        JsonObject embed = new JsonObject();
        embed.put("type", "rich");
        embed.put("version", "1.0");
        embed.put("title", title);
        embed.put("provider_name", "DistrictKG");
        embed.put("provider_url", view.absolute("/"));
        embed.put("html", view.frame(frame.address(), title, width, height));
        embed.put("width", width);
        embed.put("height", height);
        return HttpAnswer.text("application/json", JSON.toStringFlat(embed));
    }

    private static int smaller(int usual, String most) {
        return most.matches("[0-9]{1,5}")
                ? Math.clamp(Integer.parseInt(most), NARROWEST, usual)
                : usual;
    }
}
