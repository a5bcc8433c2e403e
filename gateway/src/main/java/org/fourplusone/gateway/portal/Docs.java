package org.fourplusone.gateway.portal;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /api/docs}: the interface documents of the services and of the gateway itself, to browse and to try. */
@Controller
class Docs {

    static final String PATH = "/api/docs";

    @GetMapping({PATH, PATH + "/"})
    ResponseEntity<Resource> page() {
        return file("docs/index.html", MediaType.TEXT_HTML);
    }

    @GetMapping(PATH + "/docs.js")
    ResponseEntity<Resource> script() {
        return file("docs/docs.js", MediaType.parseMediaType("text/javascript"));
    }

    @GetMapping(PATH + "/docs.css")
    ResponseEntity<Resource> style() {
        return file("docs/docs.css", MediaType.parseMediaType("text/css"));
    }

    /** The gateway's own part of the interface. */
    @GetMapping("/api/openapi")
    ResponseEntity<Resource> document() {
        return file("docs/gateway.json", MediaType.APPLICATION_JSON);
    }

    private static ResponseEntity<Resource> file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource(name));
    }
}
