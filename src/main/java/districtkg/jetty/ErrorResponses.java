package districtkg.jetty;

import districtkg.http.HttpAnswer;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.response.RefusalPage;
import districtkg.web.PageRequest;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes Jetty's own errors in the same format as all other errors. */
public final class ErrorResponses extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

    private final RefusalPage page;

    /** Error responses that browsers get as a page and others as a problem document. */
    public ErrorResponses(RefusalPage page) {
        this.page = page;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable cause = (Throwable) request.getAttribute(ERROR_EXCEPTION);
        refuse(refusal(response.getStatus(), cause), request, response, callback);
        return true;
    }

    /** Answers a request with an error before it reaches a servlet. */
    public void refuse(Refusal refusal, Request request, Response response, Callback callback) {
        ResponseHeaders.put(request, response.getHeaders());
        request.setAttribute(RefusalPage.REASON, refusal.reason());
        HttpAnswer answer = page.of(refusal, visit(request));
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put("Content-Length", answer.body().length);
        ByteBuffer body = ByteBuffer.wrap(answer.body());
        response.write(true, request.getMethod().equals("HEAD") ? null : body, callback);
    }

    private static Refusal refusal(int status, Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        int code = cause instanceof HttpException told ? told.getCode() : status;
        if (reason(code) == Reason.FAULT) {
            LOG.error("a request failed", cause);
            return Refusal.of(Reason.FAULT);
        }
        return Refusal.of(reason(code));
    }

    /** The reason that corresponds to an HTTP status. */
    public static Reason reason(int code) {
        return switch (code) {
            case 404 -> Reason.NOT_FOUND;
            case 405, 501 -> Reason.METHOD_NOT_ALLOWED;
            case 406 -> Reason.NOT_ACCEPTABLE;
            case 408 -> Reason.REQUEST_TOO_SLOW;
            case 413 -> Reason.BODY_TOO_LARGE;
            case 414 -> Reason.ADDRESS_TOO_LONG;
            case 415 -> Reason.UNSUPPORTED_TYPE;
            case 429 -> Reason.TOO_MANY_REQUESTS;
            case 431 -> Reason.HEADERS_TOO_LARGE;
            case 503 -> Reason.STOPPING;
            case 505 -> Reason.BAD_REQUEST;
            default -> code < 500 ? Reason.BAD_REQUEST : Reason.FAULT;
        };
    }

    private static PageRequest visit(Request request) {
        return PageRequest.of(
                Optional.ofNullable(request.getHttpURI().getPath()).orElse("/"),
                request.getHttpURI().getQuery(),
                Optional.ofNullable(request.getHttpURI().getScheme()).orElse("http"),
                ResponseHeaders.id(request),
                request.getHeaders()::get);
    }
}
