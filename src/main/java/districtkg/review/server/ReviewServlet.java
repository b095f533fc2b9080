package districtkg.review.server;

import districtkg.http.HttpAnswer;
import districtkg.problem.Problem;
import districtkg.review.Decision.Action;
import districtkg.review.FactComparisons;
import districtkg.review.ReviewExport;
import districtkg.review.ReviewProposals;
import districtkg.review.ReviewSession;
import districtkg.review.ReviewSession.UndoConflict;
import districtkg.review.draft.ReviewColumns;
import districtkg.review.draft.ReviewFact;
import districtkg.review.draft.ReviewLists;
import districtkg.review.draft.ReviewReport;
import districtkg.vocab.ClosedLists;
import districtkg.web.Assets;
import districtkg.web.PageRequest;
import districtkg.web.PageSettings;
import districtkg.web.Templates;
import districtkg.web.View;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the requests of reviewers. Reports are found by name among those that were read; no part
 * of a request names a file.
 */
final class ReviewServlet extends HttpServlet {
    @Serial private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ReviewServlet.class);
    private static final int MOST_BYTES = 256 * 1024;
    private static final String JSON = "application/json; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final Pattern API =
            Pattern.compile(
                    "/api/report/([^/]+)(?:/(text|changes|checks|reading|decisions|undo))?");
    private static final Assets ASSETS = new Assets();

    private final transient ReviewSession session;
    private final transient ReviewLists lists;
    private final transient FactComparisons comparisons;
    private final transient ReviewAccess access;

    ReviewServlet(
            ReviewSession session,
            ReviewLists lists,
            FactComparisons comparisons,
            ReviewAccess access) {
        this.session = session;
        this.lists = lists;
        this.comparisons = comparisons;
        this.access = access;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        HttpAnswer answer;
        try {
            answer = answer(request, response);
        } catch (ReviewJson.BadBody bad) {
            answer = told(400, String.valueOf(bad.getMessage()));
        } catch (Problem unwritable) {
            answer = told(507, String.valueOf(unwritable.getMessage()));
        } catch (RuntimeException ours) {
            LOG.error("{} failed", PageRequest.encoded(request.getRequestURI()), ours);
            answer = told(500, "This is an error of the program; see its log.");
        }
        if (answer.status() >= 400) {
            response.setHeader("Connection", "close"); // a body may not have been read
        }
        answer.send(request, response);
    }

    private static HttpAnswer told(int status, String words) {
        return HttpAnswer.of(status, TEXT, words + "\n").once();
    }

    private HttpAnswer answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PageRequest pageRequest = PageRequest.of(request);
        boolean reads = request.getMethod().matches("GET|HEAD");
        if (!access.isForThisServer(request)) {
            return told(421, "Ask by the address that the server printed: 127.0.0.1 or localhost.");
        }
        if (!reads && !request.getMethod().equals("POST")) {
            return told(405, "Use GET, HEAD or POST.").with("Allow", "GET, HEAD, POST");
        }
        if (!reads && !access.isFromOwnPage(request)) {
            return told(403, "Only a page of this server may change something.");
        }
        if (reads
                && (pageRequest.path().startsWith(Assets.OURS)
                        || pageRequest.path().startsWith(Assets.LIBRARIES))) {
            return ASSETS.at(pageRequest.path())
                    .orElseGet(() -> told(404, "There is no such file."));
        }
        if (pageRequest.path().equals("/login") && access.needsToken()) {
            return reads ? login(pageRequest, 200) : signIn(pageRequest, request, response);
        }
        Optional<String> holder = access.holder(request);
        if (access.needsToken() && holder.isEmpty()) {
            return pageRequest.path().startsWith("/api/") || !reads
                    ? told(401, "Sign in at /login, or send a token: Authorization: Bearer TOKEN.")
                            .with("WWW-Authenticate", "Bearer")
                    : HttpAnswer.seeOther(view(pageRequest).url("/login")).once();
        }
        Matcher api = API.matcher(pageRequest.path());
        if (api.matches()) {
            return api(
                    api.group(1),
                    Objects.requireNonNullElse(api.group(2), ""),
                    pageRequest,
                    reads ? Optional.empty() : Optional.of(body(request)),
                    holder);
        }
        return reads ? page(pageRequest, holder) : told(404, "There is nothing to change here.");
    }

    private static View view(PageRequest pageRequest) {
        return View.of(pageRequest, PageSettings.NONE);
    }

    private static HttpAnswer login(PageRequest pageRequest, int status) {
        return Templates.page(
                        status, "reviewlogin", view(pageRequest), Map.of("wrong", status != 200))
                .once();
    }

    private HttpAnswer signIn(
            PageRequest pageRequest, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, String> form =
                PageRequest.of("/login", bytes(request), "http", "", header -> null).parameters();
        boolean known = access.signIn(form.getOrDefault("token", ""), request, response);
        return known
                ? HttpAnswer.seeOther(view(pageRequest).url("/")).once()
                : login(pageRequest, HttpServletResponse.SC_FORBIDDEN);
    }

    private HttpAnswer page(PageRequest pageRequest, Optional<String> holder) {
        String path = pageRequest.path();
        ReviewExport export = new ReviewExport(session);
        if (path.equals("/")) {
            return Templates.page(
                            "reviewreports", view(pageRequest), Map.of("counts", export.counts()))
                    .once();
        }
        if (path.equals("/api/indicators")) {
            return HttpAnswer.text(JSON, ReviewJson.indicators(lists));
        }
        if (path.startsWith("/report/")) {
            return session.report(path.substring("/report/".length()))
                    .map(report -> review(pageRequest, report, holder))
                    .orElseGet(() -> told(404, "There is no such report; see /"));
        }
        if (path.startsWith("/export/") && path.endsWith(".csv")) {
            return export(export, path.substring("/export/".length()).replaceFirst("\\.csv$", ""))
                    .map(table -> HttpAnswer.text(CSV, table).once())
                    .orElseGet(() -> told(404, "There is no such table; see /"));
        }
        return told(404, "There is no such page; see /");
    }

    private static HttpAnswer review(
            PageRequest pageRequest, ReviewReport report, Optional<String> holder) {
        return Templates.page(
                        "review",
                        view(pageRequest),
                        Map.of(
                                "report", report.name(),
                                "reviewer", holder.orElse(""),
                                "kinds", ReviewColumns.STATEMENT_KINDS,
                                "nameKinds", ReviewColumns.NAME_KINDS,
                                "bounds", ClosedLists.BOUNDS,
                                "periodKinds", ReviewColumns.PERIOD_KINDS,
                                "strengths", ClosedLists.STRENGTHS,
                                "statuses", ClosedLists.STATUSES))
                .once();
    }

    private Optional<String> export(ReviewExport export, String name) {
        if (name.equals("proposals")) {
            return Optional.of(ReviewProposals.table(lists, session.all()));
        }
        if (session.report(name).isPresent()) {
            return Optional.of(export.statements(name));
        }
        return session.reports().stream()
                .map(ReviewReport::place)
                .filter(place -> name.equals(place + "-things"))
                .findFirst()
                .map(export::things);
    }

    private HttpAnswer api(
            String name,
            String what,
            PageRequest pageRequest,
            Optional<String> body,
            Optional<String> holder) {
        Optional<ReviewReport> found = session.report(name);
        if (found.isEmpty()) {
            return told(404, "There is no such report.");
        }
        if (body.isPresent() != what.matches("decisions|undo")) {
            return told(405, "Decisions and undo are posted, all else is got.");
        }
        return switch (what) {
            case "decisions" -> decide(name, body.orElseThrow(), holder);
            case "undo" -> undo(name, body.orElseThrow(), holder);
            case "text" -> HttpAnswer.text(TEXT, found.get().text().words()).once();
            case "changes" -> {
                long since = number(pageRequest.parameter("since"));
                long last = session.last();
                yield json(200, ReviewJson.changes(last, session.changes(name, since)));
            }
            case "checks" ->
                    json(
                            200,
                            ReviewJson.findings(
                                    comparisons.of(pageRequest.parameter("fact"), session.all())));
            case "reading" -> reading(pageRequest, found.get());
            default -> json(200, ReviewJson.report(found.get(), session));
        };
    }

    /** What selected characters state. */
    private HttpAnswer reading(PageRequest pageRequest, ReviewReport report) {
        return session.passages()
                .span(pageRequest.parameter("start"), pageRequest.parameter("end"), report)
                .map(span -> json(200, ReviewJson.reading(span, report, session.passages())))
                .orElseGet(
                        () ->
                                told(
                                        400,
                                        "The text has no such span, or it is blank or longer than 500 characters."));
    }

    private static HttpAnswer json(int status, String json) {
        return HttpAnswer.of(status, JSON, json).once();
    }

    private static long number(String words) {
        return words.matches("\\d{1,15}") ? Long.parseLong(words) : 0;
    }

    private HttpAnswer decide(String name, String words, Optional<String> holder) {
        ReviewJson.Body body = ReviewJson.body(words);
        String reviewer = holder.orElse(body.reviewer());
        if (reviewer.isEmpty()) {
            return told(400, "The body does not say who decides: \"reviewer\".");
        }
        if (!body.requests().stream()
                .allMatch(one -> one.action() == Action.ADD || session.knows(name, one.fact()))) {
            return told(404, "The report has no such statement.");
        }
        ReviewSession.Result result = session.decide(reviewer, name, body.requests());
        int status = !result.conflicts().isEmpty() ? 409 : !result.refused().isEmpty() ? 422 : 200;
        return json(status, ReviewJson.result(session.last(), result));
    }

    private HttpAnswer undo(String name, String words, Optional<String> holder) {
        String reviewer = holder.orElse(ReviewJson.body(words).reviewer());
        if (reviewer.isEmpty()) {
            return told(400, "The body does not say who decides: \"reviewer\".");
        }
        try {
            List<ReviewFact> undone = session.undo(reviewer, name).stream().toList();
            return json(200, ReviewJson.changes(session.last(), undone));
        } catch (UndoConflict later) {
            return json(409, ReviewJson.changes(session.last(), List.of(later.fact())));
        }
    }

    private static String body(HttpServletRequest request) throws IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        if (!type.startsWith("application/json")) {
            throw new ReviewJson.BadBody("the body is not application/json");
        }
        return bytes(request);
    }

    private static String bytes(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ReviewJson.BadBody("the body has more than " + MOST_BYTES + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
