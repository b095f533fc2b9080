package districtkg.review.server;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Access control. Without tokens, the server answers only requests addressed to the local host,
 * which prevents DNS rebinding. With tokens, a request needs one, or the cookie that its holder got
 * for it. What changes something must come from a page of this server. Thread-safe.
 */
public final class ReviewAccess {
    private static final String COOKIE = "districtkg-review";
    private static final String BEARER = "Bearer ";
    private static final int MOST_SESSIONS = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Optional<Function<String, Optional<String>>> holders;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    private ReviewAccess(Optional<Function<String, Optional<String>>> holders) {
        this.holders = holders;
    }

    /** Anyone on this machine, by the name that the user enters. */
    public static ReviewAccess local() {
        return new ReviewAccess(Optional.empty());
    }

    /**
     * Holders of tokens.
     *
     * @param holders the name of the holder of a token; empty for an unknown token
     */
    public static ReviewAccess byTokens(Function<String, Optional<String>> holders) {
        return new ReviewAccess(Optional.of(holders));
    }

    /** Whether reviewers are identified by tokens. */
    boolean needsToken() {
        return holders.isPresent();
    }

    /** Whether the request is addressed to this server. */
    boolean isForThisServer(HttpServletRequest request) {
        return needsToken() || LOOPBACK.contains(request.getServerName());
    }

    /** Whether a request that changes something comes from a page of this server, or no browser. */
    boolean isFromOwnPage(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "");
        return (site.isEmpty() || site.equals("same-origin"))
                && (origin == null
                        || origin.replaceFirst("^https?://", "").equals(request.getHeader("Host")));
    }

    /** The name of the token's holder; nothing if the request has no valid one. */
    Optional<String> holder(HttpServletRequest request) {
        String header = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (header.startsWith(BEARER)) {
            return holders.flatMap(known -> known.apply(header.substring(BEARER.length())));
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.ofNullable(sessions.get(cookie.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    /** Sets a session cookie for the holder of a token; false if the token is unknown. */
    boolean signIn(String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> holder = holders.flatMap(known -> known.apply(token));
        holder.ifPresent(
                name -> {
                    byte[] bytes = new byte[24];
                    RANDOM.nextBytes(bytes);
                    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                    if (sessions.size() >= MOST_SESSIONS) {
                        sessions.clear();
                    }
                    sessions.put(id, name);
                    Cookie cookie = new Cookie(COOKIE, id);
                    cookie.setHttpOnly(true);
                    cookie.setSecure(request.isSecure());
                    cookie.setPath("/");
                    cookie.setAttribute("SameSite", "Strict");
                    response.addCookie(cookie);
                });
        return holder.isPresent();
    }
}
