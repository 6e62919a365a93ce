"""Which layer may import which: a test holds the sources to it.

Each layer is named with the layers and libraries that it may import.
"""

BELOW_THE_WINDOW = """
    desk_app.services desk_app.store desk_app.devices desk_app.files desk_app.messages
    desk_app.config
    sync.client sync.engine sync.lookup sync.worker sync.messages sync.protocol sync.ports
    sync.errors sync.rules
"""
HEADLESS = f"{BELOW_THE_WINDOW} desk_app.bootstrap pydantic"

LAYERS = {
    # The sync worker, from the inside out.
    "sync.rules": "",
    "sync.errors": "sync.rules",
    "sync.messages": "sync.rules",
    "sync.ports": "sync.rules sync.messages",
    "sync.protocol": "sync.rules sync.messages pydantic",
    "sync.central_api": "sync.rules sync.messages",
    "sync.pages": "sync.rules sync.messages sync.protocol pydantic pydantic_core",
    "sync.signatures": "sync.rules cryptography",
    "sync.backoff": "",
    "sync.closing": "",
    "sync.loading": "",
    "sync.redaction": "sync.rules",
    "sync.call_tracker": "sync.errors",
    "sync.lookup": "sync.errors sync.ports sync.messages sync.redaction",
    "sync.push": """
        sync.rules sync.central_api sync.messages sync.ports sync.errors sync.call_tracker
    """,
    "sync.page_size": "sync.errors sync.messages",
    "sync.pull": """
        sync.rules sync.central_api sync.messages sync.ports sync.errors sync.call_tracker
        sync.page_size
    """,
    "sync.cycle_report": "sync.ports",
    "sync.engine": """
        sync.rules sync.central_api sync.messages sync.ports sync.errors sync.call_tracker sync.push
        sync.pull sync.page_size sync.cycle_report sync.signatures sync.redaction
    """,
    "sync.worker": "sync.cycle_report sync.errors sync.backoff sync.redaction",
    # Neighbours on the local network, from the inside out.
    "sync.lan.shares": "",
    "sync.lan.identity": "cryptography",
    "sync.lan.news": "sync.rules sync.ports",
    "sync.lan.wire": "sync.lan.news sync.ports sync.protocol sync.rules pydantic pydantic_core",
    "sync.lan.discovery": "sync.lan.addresses sync.lan.rate_limit ifaddr zeroconf",
    "sync.lan": """
        sync.lan.shares sync.lan.identity sync.lan.news sync.lan.wire
        sync.messages sync.rules sync.errors sync.redaction sync.closing
        anyio starlette urllib3 uvicorn
    """,
    "sync.adapter": "requests urllib3",
    "sync.address": "sync.protocol sync.errors urllib3",
    "sync.answers": "sync.pages sync.rules sync.protocol sync.errors",
    "sync.certificates": "sync.address sync.errors certifi urllib3",
    "sync.releases": "sync.address sync.errors sync.signatures pydantic requests",
    "sync.receiving": "sync.answers sync.errors requests urllib3",
    "sync.client": """
        sync.rules sync.messages sync.protocol sync.errors sync.address sync.answers
        sync.certificates sync.adapter sync.receiving sync.signatures sync.closing requests urllib3
    """,
    # The register, from the inside out.
    "sync.server.keys": """
        sync.rules sync.messages sync.errors cryptography pydantic sqlalchemy
    """,
    "sync.server.store": """
        sync.server.keys sync.rules sync.messages sync.errors sync.lan.shares
        psycopg sqlalchemy
    """,
    "sync.server.services": """
        sync.server.keys sync.server.store sync.server.services.batches
        sync.rules sync.messages sync.errors sqlalchemy
    """,
    "sync.server.services.batches": "sync.rules sync.messages sync.protocol pydantic pydantic_core",
    "sync.server.api": """
        sync.server.services sync.server.store sync.rules sync.messages sync.protocol sync.errors
        anyio fastapi prometheus_client pydantic_core sqlalchemy starlette uvicorn
    """,
    "sync.server.console.store": """
        sync.server.store sync.server.keys.derived sync.rules sync.errors sqlalchemy
    """,
    "sync.server.console": """
        sync.server.console.store sync.server.services sync.server.store sync.server.keys.derived
        sync.rules sync.errors
        anyio argon2 authlib cryptography jinja2 joserfc markupsafe numpy pyotp
        python_calamine reportlab PIL requests sqlalchemy starlette xlsxwriter zxingcpp
    """,
    "sync.server.commands": """
        sync.server.console starlette
        sync.server.api sync.server.services sync.server.store sync.server.keys sync.rules
        sync.messages sync.protocol sync.redaction sync.loading
        click pydantic pydantic_core pythonjsonlogger sqlalchemy
    """,
    "sync.server": "sync.server.commands sync.loading",
    # The ticket desk, from the inside out.
    "desk_app.services": "desk_app.services.register_transfer sync.rules sync.ports",
    "desk_app.services.register_transfer": """
        desk_app.services sync.rules sync.ports sync.signatures""",
    "desk_app.services.register_handover": """desk_app.services.register_transfer
        desk_app.services sync.rules sync.ports sync.signatures sync.lan.news""",
    "desk_app.config": """
        desk_app.files.atomic_write desk_app.files.protection desk_app.services.errors
        sync.redaction sync.rules.languages platformdirs pydantic
    """,
    "desk_app.messages": """
        desk_app.services.checking desk_app.services.errors desk_app.services.ports
        desk_app.services.status desk_app.services.sync_health desk_app.services.hold_reasons
        desk_app.services.recovery desk_app.services.season desk_app.services.missing_operations
        desk_app.services.neighbours desk_app.services.inbox_items
        sync.rules sync.errors sync.ports
    """,
    "desk_app.store": """
        desk_app.files.atomic_write desk_app.store.operation_log desk_app.services.ports
        desk_app.services.errors desk_app.services.clock_state desk_app.services.sync_health
        desk_app.services.hold_reasons
        desk_app.services.paper_rows desk_app.services.transfer desk_app.services.statistics
        desk_app.services.reporting desk_app.services.recovery desk_app.services.inbox_items
        desk_app.services.missing_operations desk_app.services.visit_pages
        desk_app.services.register_transfer sync.rules sync.messages sync.ports sync.errors
        sync.lan.news sync.lan.shares cryptography filelock sqlalchemy sqlcipher3
    """,
    "desk_app.store.operation_log": """
        desk_app.store desk_app.files.atomic_write desk_app.services.errors
        sync.rules sync.ports sync.protocol cryptography filelock sqlalchemy
    """,
    "desk_app.files": "desk_app.services.errors desk_app.files.earlier_formats cryptography",
    "desk_app.files.earlier_formats": "desk_app.services.errors nacl",
    "desk_app.files.windows_access": "ntsecuritycon win32api win32security",
    "desk_app.files.protection": "desk_app.files.windows_access",
    "desk_app.files.transfer_files": """
        desk_app.files desk_app.services.transfer desk_app.services.errors sync.rules pydantic
    """,
    "desk_app.files.register_files": """
        desk_app.files desk_app.services.register_transfer desk_app.services.errors
        sync.rules sync.messages sync.ports sync.protocol sync.pages pydantic pydantic_core
    """,
    "desk_app.files.spreadsheets": """
        desk_app.services.exporting desk_app.services.reporting
        xlsxwriter sync.rules
    """,
    "desk_app.devices": """
        desk_app.services.ports desk_app.services.errors desk_app.services.picture_errors
        desk_app.services.scans
        desk_app.devices.camera_names
        desk_app.services.cameras desk_app.services.sounds desk_app.devices.barcode.opencv
        sync.rules sync.ports
        numpy PIL pyzbar uuid_utils zxingcpp
    """,
    "desk_app.devices.barcode.opencv": "cv2",
    "desk_app.devices.camera_names": "desk_app.devices.barcode.opencv cv2_enumerate_cameras",
    "desk_app.devices.home_note": "desk_app.files.atomic_write desk_app.services.errors",
    "desk_app.devices.secrets": """
        desk_app.devices.home_note desk_app.files.protection desk_app.files.atomic_write
        desk_app.services.ports desk_app.services.errors filelock keyring
    """,
    "desk_app.devices.pins": "cryptography",
    "desk_app.ui": """
        desk_app.files.atomic_write desk_app.services desk_app.config.settings desk_app.messages
        sync.rules PySide6 shiboken6
    """,
    # The entry points. A headless command never loads Qt.
    "desk_app.bootstrap": f"""
        {BELOW_THE_WINDOW} sync.central_api sync.page_size sync.cycle_report sync.releases
        sync.lan sync.signatures sync.closing filelock pydantic
    """,
    "desk_app.cli": f"{HEADLESS} sync.cycle_report desk_app.diagnostics desk_app.self_test",
    "desk_app.diagnostics": f"""
        {HEADLESS} sync.address sync.certificates sync.signatures
        certifi cryptography nacl numpy PIL pyzbar requests urllib3 zxingcpp
    """,
    "desk_app.self_test": f"""
        {HEADLESS} desk_app.diagnostics desk_app.self_test.window_pictures sync.signatures
        certifi cryptography nacl numpy PIL pyzbar requests urllib3 zxingcpp
    """,
    "desk_app.self_test.window_pictures": f"{HEADLESS} desk_app.ui desk_app.window PySide6",
    "desk_app.window": f"""
        {HEADLESS} desk_app.diagnostics desk_app.ui filelock PySide6
    """,
    "desk_app.__main__": """
        desk_app.cli desk_app.config desk_app.window desk_app.services.errors sync.loading
    """,
    "desk_app.demo": f"""
        {HEADLESS} desk_app.cli desk_app.ui desk_app.window sync.server
        PySide6 numpy PIL pyotp zxingcpp
    """,
}
"""A layer and what its modules may import beside the standard library and each other."""
