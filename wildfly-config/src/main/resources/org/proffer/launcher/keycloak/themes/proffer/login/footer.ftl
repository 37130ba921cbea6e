<#macro content>
<div class="consent" role="note" aria-label="${msg("consentTitle")}">
  <p>${msg("consentOwner")}</p>
  <p>${msg("consentMonitoring")}</p>
  <p>${msg("consentUnauthorized")}</p>
  <p>${msg("consentGiven")}</p>
</div>
</#macro>
