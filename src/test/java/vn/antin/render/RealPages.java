package vn.antin.render;

import vn.antin.compose.AdministrativeDocument;

/** True pages for tests of other rooms. */
public final class RealPages {
    private RealPages() {}

    public static RenderedDocument of(AdministrativeDocument document) {
        return RendererTests.RENDERER.render(document);
    }
}
