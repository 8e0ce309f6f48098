test("a second visit brings the files from the browser's own cache", async () => {
    await visit(browser, server, { path: "/#/geraete" }, async (page, context) => {
        await sign_in(page, "coordinator");
        const second = await context.newPage();
        const asked = [];
        second.on("response", async (answer) => {
            if (!new URL(answer.url()).pathname.startsWith("/static/")) return;
            asked.push([answer.url(), answer.request()]);
        });
        await second.goto(`${server.url}/#/geraete`);
        await heading(second, t("nav.assets")).waitFor();
        await ready(second);
        assert.ok(asked.length > 5);
        for (const [url, request] of asked) {
            const { responseBodySize } = await request.sizes();
            assert.equal(responseBodySize, 0, `${url} came over the wire again`);
        }
    });
});
