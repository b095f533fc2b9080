package districtkg.response;

import districtkg.http.HttpAnswer;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.web.PageRequest;
import districtkg.web.PageSettings;
import districtkg.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds error responses; needs no edition. */
public final class RefusalPage {
    /** The request attribute with the {@link Reason} of a rejection. */
    public static final String REASON = Reason.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(RefusalPage.class);

    private final PageSettings settings;

    /** Pages of refusals, with the settings of the other pages. */
    public RefusalPage(PageSettings settings) {
        this.settings = settings;
    }

    /** The response to a rejected request. */
    public HttpAnswer of(Refusal refusal, PageRequest pageRequest) {
        return ProblemResponses.of(refusal, pageRequest, View.of(pageRequest, settings), List.of());
    }

    /** Sends the response to a rejected request. */
    public void send(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        try {
            send(of(refusal, PageRequest.of(request)), request, response);
        } catch (IOException gone) {
            LOG.debug("the client left before it was refused", gone);
        }
    }

    /** Sends a response, and records the reason of an error in the request. */
    public static void send(
            HttpAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer.refused().ifPresent(reason -> request.setAttribute(REASON, reason));
        answer.send(request, response);
    }
}
