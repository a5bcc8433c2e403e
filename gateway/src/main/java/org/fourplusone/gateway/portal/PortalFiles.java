package org.fourplusone.gateway.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The portal's files. A page's address has no file of its own: it is answered with the shell, which draws the page. Files
 * are asked for again on each visit and answered 304 while unchanged; libraries carry their version in the path and are
 * kept for a year.
 */
@Configuration(proxyBeanMethods = false)
class PortalFiles implements WebMvcConfigurer {

    private final Map<String, String> tags = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache().cachePublic())
                .setEtagGenerator(this::tag)
                .resourceChain(false)
                .addResolver(new Shell());
    }

    /** Weak, since the same file is sent both plain and compressed. */
    private String tag(Resource file) {
        return tags.computeIfAbsent(file.getDescription(), unused -> {
            try (InputStream content = file.getInputStream()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
                return "W/\"" + HexFormat.of().formatHex(digest, 0, 8) + "\"";
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** Files as they are; for a page's address {@code index.html}. A username in an address may hold a dot. */
    static final class Shell extends PathResourceResolver {

        private static final Pattern PAGE = Pattern.compile(
                "(|(items|articles|check|notices|awards|sign-in|activate|factor|enterprise|officer|analyst|auditor|admin|editor|fund|clusters"
                        + "|statistics|figures|about)(/[^.]*)?|admin/people/[^/]+)");

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            if (isPage(path)) {
                return super.getResource("index.html", location);
            }
            return super.getResource(path, location);
        }

        static boolean isPage(String path) {
            return PAGE.matcher(path).matches();
        }
    }
}
